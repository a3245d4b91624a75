import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { abortOnInterrupt } from './interrupt.ts';

test.each(['SIGINT', 'SIGTERM'])('the first %s aborts, and the second is nobody’s', (name) => {
  const source = new EventEmitter();
  const { signal } = abortOnInterrupt(source);
  expect(signal.aborted).toBe(false);
  source.emit(name);
  expect(signal.aborted).toBe(true);
  expect(source.eventNames()).toEqual([]);
});

test('after stop nothing is heard any more', () => {
  const source = new EventEmitter();
  const { signal, stop } = abortOnInterrupt(source);
  stop();
  source.emit('SIGINT');
  expect(signal.aborted).toBe(false);
  expect(source.eventNames()).toEqual([]);
});

// Windows has no signal that another process could send.
test.runIf(process.platform !== 'win32')(
  'a run that is interrupted writes its reports, with exit code 2',
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'interrupt-'));
    const program = fileURLToPath(new URL('../test/interrupted-run.ts', import.meta.url));
    const run = spawn(process.execPath, [program, `table,json=${path.join(folder, 'a.json')}`]);
    let printed = '';
    run.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    await once(run.stdout, 'data');
    run.kill('SIGINT');
    expect(await once(run, 'close')).toEqual([2, null]);
    expect(printed).toBe('ready\npartial table\n');
    expect(await readFile(path.join(folder, 'a.json'), 'utf8')).toBe('partial json\n');
    await rm(folder, { recursive: true });
  },
);

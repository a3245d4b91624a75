import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startMock } from '@docspace-oauth/mock';
import { expect, onTestFinished, test } from 'vitest';
import { runScript } from './command.ts';

async function run(code: string): Promise<{ status: number; output: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'docspace-script-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const script = join(folder, 'script.mjs');
  await writeFile(script, code);
  return runScript(pathToFileURL(script), [], folder);
}

test('a script may ask a server of this machine', async () => {
  const mock = await startMock();
  onTestFinished(() => mock.close());
  const code = `console.log((await fetch('${mock.url}/api/2.0/clients')).status);`;
  expect(await run(code)).toEqual({ status: 0, output: '401\n' });
});

test.each([
  `await fetch('http://elsewhere.invalid/')`,
  `(await import('node:https')).get('https://elsewhere.invalid/')`,
  `new (await import('node:net')).Socket().connect(80, 'elsewhere.invalid')`,
])('it ends if it asks any other: %s', async (code) => {
  expect(await run(`${code};`)).toEqual({
    status: 99,
    output: 'This script wanted to connect to elsewhere.invalid.\n',
  });
});

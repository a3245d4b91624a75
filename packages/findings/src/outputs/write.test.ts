import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import type { Output } from './parse.ts';
import { checkOutputs, writeOutputs } from './write.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'findings-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

function to(...names: string[]): Output[] {
  return names.map((name) => ({ format: path.basename(name), file: path.join(folder, name) }));
}

async function write(outputs: readonly Output[]): Promise<string> {
  let printed = '';
  await writeOutputs(outputs, ({ format }) => `text of ${format}\n`, { write: (text) => (printed += text) });
  return printed;
}

function read(name: string): Promise<string> {
  return readFile(path.join(folder, name), 'utf8');
}

test('a check leaves an old file as it is and makes no new one', async () => {
  await writeFile(path.join(folder, 'old'), 'old');
  await checkOutputs(to('old', 'new'));
  expect(await readdir(folder)).toEqual(['old']);
  expect(await read('old')).toBe('old');
});

test('a check makes a missing folder', async () => {
  await checkOutputs(to('a/b/new'));
  expect(await readdir(path.join(folder, 'a/b'))).toEqual([]);
});

test.each([
  ['a folder', 'sub', 'it is a folder'],
  ['a file in a file', 'file/new', 'a part of the path is no folder'],
  ['a file deep in a file', 'file/a/new', 'a part of the path is no folder'],
  ['a name that is too long', 'x'.repeat(300), 'the name is too long'],
])('%s is refused in one sentence', async (_, name, cause) => {
  await mkdir(path.join(folder, 'sub'));
  await writeFile(path.join(folder, 'file'), '');
  const outputs = to(name);
  const message = `--report: ${path.join(folder, name)} cannot be written: ${cause}.`;
  const refusal = expect.objectContaining({ name: 'UsageError', message }) as Error;
  await expect(checkOutputs(outputs)).rejects.toThrow(refusal);
  await expect(write(outputs)).rejects.toThrow(/cannot be written/u);
});

test('all files are written, and the one without a file is printed', async () => {
  const printed = await write([...to('a', 'b'), { format: 'table' }]);
  expect([await read('a'), await read('b'), printed]).toEqual([
    'text of a\n',
    'text of b\n',
    'text of table\n',
  ]);
});

test('an old file is replaced, keeps its permissions, and nothing else is left', async () => {
  await writeFile(path.join(folder, 'old'), 'a long old text'.repeat(1000));
  await chmod(path.join(folder, 'old'), 0o600);
  const { mode } = await stat(path.join(folder, 'old'));
  await write(to('old'));
  expect(await read('old')).toBe('text of old\n');
  expect((await stat(path.join(folder, 'old'))).mode).toBe(mode);
  expect(await readdir(folder)).toEqual(['old']);
});

test('a symbolic link stays one, and the file that it names is replaced', async () => {
  await writeFile(path.join(folder, 'real'), 'old');
  await symlink(path.join(folder, 'real'), path.join(folder, 'link'), 'file');
  await write(to('link'));
  expect(await read('real')).toBe('text of link\n');
  expect(await readdir(folder)).toEqual(['link', 'real']);
});

test('a device is written to and never replaced', async () => {
  const device = {
    format: 'a',
    file: path.toNamespacedPath(process.platform === 'win32' ? String.raw`\\.\NUL` : '/dev/null'),
  };
  await checkOutputs([device]);
  await write([device]);
  expect((await stat(device.file)).isFile()).toBe(false);
});

test('a file that cannot be written keeps no other from being written, and is told', async () => {
  await mkdir(path.join(folder, 'bad'));
  let printed = '';
  const outputs = [...to('bad', 'good'), { format: 'table' }];
  const written = writeOutputs(outputs, ({ format }) => format, { write: (text) => (printed += text) });
  await expect(written).rejects.toThrow(/bad cannot be written: it is a folder\.$/u);
  expect([await read('good'), printed]).toEqual(['good', 'table']);
});

test('a format that fails leaves the old file as it was', async () => {
  await writeFile(path.join(folder, 'old'), 'old');
  const written = writeOutputs(to('old'), () => Promise.reject(new Error('no text')), { write: () => true });
  await expect(written).rejects.toThrow('no text');
  expect(await read('old')).toBe('old');
});

import { execFile } from 'node:child_process';
import { appendFile, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { build } from '../scripts/build.ts';
import { copyContract } from './contract-copy.ts';

const bundles = ['guide.json', 'portal.json'];
const read = (folder: string): Promise<string[]> =>
  Promise.all(bundles.map((name) => readFile(join(folder, 'dist', name), 'utf8')));

/** Replaces a piece of a file, which has to be there. */
async function spoil(folder: string, file: string, piece: string, by: string): Promise<void> {
  const path = join(folder, file);
  const text = await readFile(path, 'utf8');
  expect(text).toContain(piece);
  await writeFile(path, text.replace(piece, by));
}

test('the same source gives the same bytes, and nothing else', async ({ onTestFinished }) => {
  const folder = await copyContract(onTestFinished);
  const before = await read(folder);
  await build(folder);
  expect(await read(folder)).toEqual(before);
  expect((await readdir(join(folder, 'dist'))).toSorted()).toEqual(bundles);
});

describe.concurrent('a broken contract', () => {
  const faults: [file: string, piece: string, by: string, sentence: RegExp][] = [
    ['paths/getClient.yaml', 'get:', 'get: [', /^paths\/getClient\.yaml:\d+:\d+: Failed to parse/],
    [
      'paths/getClient.yaml',
      'NotFound.yaml',
      'Nowhere.yaml',
      /^paths\/getClient\.yaml:\d+:\d+: Can't resolve \$ref/,
    ],
    [
      'examples/guide.yaml',
      'clients/calendar-sync.yaml#/guide/basic',
      'clients/calendar-sync.yaml#/none',
      /#\/none points at nothing/,
    ],
    ['portal.overlay.yaml', 'actions:', 'actions: [', /^portal\.overlay\.yaml:\d+:\d+: /],
    ['portal.overlay.yaml', 'actions:', 'deeds:', /^portal\.overlay\.yaml: .*actions/],
    ['portal.overlay.yaml', 'target: $.info', 'target: $.inf', /action that matches nothing: \$\.inf\.$/],
    [
      'portal.overlay.yaml',
      'responses/portal/Client.yaml',
      'responses/portal/Nobody.yaml',
      /Can't resolve \$ref/,
    ],
  ];

  test.for(faults)('%s: %s -> %s', async ([file, piece, by, sentence], { onTestFinished }) => {
    const folder = await copyContract(onTestFinished);
    const before = await read(folder);
    await spoil(folder, file, piece, by);
    await expect(build(folder)).rejects.toThrow(sentence);
    expect(await read(folder)).toEqual(before);
    expect((await readdir(join(folder, 'dist'))).toSorted()).toEqual(bundles);
  });

  test('is one sentence on stderr and exit code 1', async ({ onTestFinished }) => {
    const folder = await copyContract(onTestFinished);
    await appendFile(join(folder, 'portal.overlay.yaml'), '\n- [');
    const script = fileURLToPath(new URL('../scripts/build.ts', import.meta.url));
    const run = promisify(execFile)(process.execPath, [script, folder]);
    await expect(run).rejects.toMatchObject({ code: 1, stdout: '' });
    await expect(run).rejects.toHaveProperty('stderr', expect.stringMatching(/^portal[^\n]+\n$/));
  });
});

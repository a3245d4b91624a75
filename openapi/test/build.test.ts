import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { buildBundles } from '../src/node/bundles.ts';
import { runScript } from '../src/node/contract-error.ts';
import { copyContract } from './contract-copy.ts';

const bundles = ['guide.json', 'portal.json'];
const build = (folder: string): Promise<void> =>
  buildBundles({ source: folder, target: join(folder, 'dist') });
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

test('the bundles can be built into a folder of their own, up to the dialect that is wanted', async ({
  onTestFinished,
}) => {
  const folder = await copyContract(onTestFinished);
  const target = join(folder, 'elsewhere', 'bundles');
  await rm(join(folder, 'dist'), { recursive: true });
  await buildBundles({ source: folder, target, upTo: 'guide' });
  expect(await readdir(target)).toEqual(['guide.json']);
  await buildBundles({ source: folder, target });
  expect((await readdir(target)).toSorted()).toEqual(bundles);
  expect(await readdir(folder)).not.toContain('dist');
});

describe.concurrent('a broken contract', () => {
  const faults: [file: string, piece: string, by: string, sentence: RegExp][] = [
    ['paths/getClient.yaml', 'get:', 'get: [', /^paths\/getClient\.yaml:2:\d+: /],
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
      'responses/portal/SingleClient.yaml',
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
    await spoil(folder, 'portal.overlay.yaml', 'actions:', 'actions: [');
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const before = process.exitCode;
    onTestFinished(() => {
      written.mockRestore();
      process.exitCode = before;
    });
    await runScript(() => build(folder));
    expect(process.exitCode).toBe(1);
    expect(written.mock.calls.join('')).toMatch(/^portal\.overlay\.yaml:\d+:\d+: [^\n]+\n$/);
  });
});

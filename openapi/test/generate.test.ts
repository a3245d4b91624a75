import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { check, typesOf, writeAll } from '../scripts/generate.ts';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
let files: Map<string, string>;
beforeAll(async () => {
  files = await typesOf(dist);
});

async function generated(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'docspace-types-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeAll(folder, files);
  return folder;
}

test('what was just written is as generated', async () => {
  await expect(check(await generated(), files)).resolves.toBeUndefined();
});

const faults: [name: string, spoil: (folder: string) => Promise<void>, sentence: RegExp][] = [
  [
    'an edited file',
    (folder) => appendFile(join(folder, 'guide.ts'), '\n'),
    /guide\.ts differs.*"pnpm generate"/,
  ],
  ['a missing file', (folder) => rm(join(folder, 'portal.ts')), /portal\.ts is missing.*"pnpm generate"/],
  [
    'an extra file',
    (folder) => writeFile(join(folder, 'other.ts'), ''),
    /other\.ts is not generated.*"pnpm generate"/,
  ],
  [
    'a missing folder',
    (folder) => rm(join(folder, 'guide.ts')).then(() => rm(join(folder, 'portal.ts'))),
    /guide\.ts is missing, portal/,
  ],
];

test.each(faults)('%s is drift, which generating mends', async (_, spoil, sentence) => {
  const folder = await generated();
  await spoil(folder);
  await expect(check(folder, files)).rejects.toThrow(sentence);
  await writeAll(folder, files);
  await expect(check(folder, files)).resolves.toBeUndefined();
});

test('files say that they are generated, and have the line ends of every platform', async () => {
  const folder = await generated();
  for (const name of files.keys()) {
    const text = await readFile(join(folder, name), 'utf8');
    expect(text).toMatch(/^\/\/ Generated .*"pnpm generate"\.\n/);
    expect(text).not.toContain('\r');
  }
});

test('without a bundle it says what writes one', async () => {
  await expect(typesOf(tmpdir())).rejects.toThrow('"pnpm build" writes it');
});

import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { check, generate, writeAll } from '../scripts/generate.ts';

let files: Map<string, string>;
beforeAll(async () => {
  files = await generate();
});

async function generatedFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'docspace-types-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeAll(folder, files);
  return folder;
}

test('freshly generated files pass the check', async () => {
  await expect(check(await generatedFolder(), files)).resolves.toBeUndefined();
});

const faults: [name: string, spoil: (folder: string) => Promise<void>, message: RegExp][] = [
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
    'an empty folder',
    (folder) => rm(join(folder, 'guide.ts')).then(() => rm(join(folder, 'portal.ts'))),
    /guide\.ts is missing, portal/,
  ],
];

test.each(faults)('%s fails the check, and generating repairs it', async (_, spoil, message) => {
  const folder = await generatedFolder();
  await spoil(folder);
  await expect(check(folder, files)).rejects.toThrow(message);
  await writeAll(folder, files);
  await expect(check(folder, files)).resolves.toBeUndefined();
});

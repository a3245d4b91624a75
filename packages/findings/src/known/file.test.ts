import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { readKnown } from './file.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'known-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

test('a file is named relative to the folder, with slashes', async () => {
  const file = path.join(folder, 'known.yaml');
  await writeFile(file, '- {rule: a, subject: b, reason: c, expires: 2027-01-01}');
  const known = await readKnown(file, path.dirname(folder));
  expect(known.file).toBe(`${path.basename(folder)}/known.yaml`);
  expect(known.deviations).toHaveLength(1);
});

test.each([
  ['an absent file', 'absent.yaml', 'does not exist'],
  ['a folder', '.', 'cannot be read'],
])('%s is refused', async (_, name, what) => {
  const file = path.join(folder, name);
  await expect(readKnown(file, folder)).rejects.toThrow(`--known: ${file} ${what}.`);
});

test('a huge file is refused before it is parsed', async () => {
  const file = path.join(folder, 'huge.yaml');
  await writeFile(file, '#'.repeat(1024 * 1024 + 1));
  await expect(readKnown(file, folder)).rejects.toThrow(`--known: ${file} is larger than 1048576 bytes.`);
});

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { casesFolder, loadCases } from './load-cases.ts';

const text = (dialect: string): string => `dialect: ${dialect}
operation: getClients
cases:
  - id: a-case
    title: The list is there.
    expect: { status: 200 }
`;

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'docspace-cases-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

test('the cases of this package are named relative to a folder above them', async () => {
  const [first] = await loadCases({ relativeTo: join(casesFolder, '..', '..') });
  expect(first?.place.file).toBe('contract/cases/guide/getClient.yaml');
});

test('a report names no folder outside the project', async () => {
  const [first] = await loadCases({ relativeTo: join(tmpdir(), 'elsewhere') });
  expect(first?.place.file).toBe('cases/guide/getClient.yaml');
});

test('two cases of one id are an error that names both places', async () => {
  const folder = await folderWith({ 'guide/a.yaml': text('guide'), 'guide/b.yaml': text('guide') });
  await expect(loadCases({ folder })).rejects.toThrow(
    'guide/b.yaml:4:5: the id "a-case" is taken by the case at guide/a.yaml:4.',
  );
});

test('a case of the other dialect is in the wrong folder', async () => {
  const folder = await folderWith({ 'guide/a.yaml': text('portal') });
  await expect(loadCases({ folder })).rejects.toThrow('guide/a.yaml:1:1: a file in the folder guide');
});

test('a folder without cases is an error', async () => {
  await expect(loadCases({ folder: await folderWith({ 'readme.md': 'Nothing.' }) })).rejects.toThrow(
    'has no cases',
  );
});

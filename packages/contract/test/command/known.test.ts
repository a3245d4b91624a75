import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Finished } from './run-command.ts';
import { emptyFolder, runCommand } from './run-command.ts';

const cases = `dialect: guide
operation: getClients
cases:
  - id: own-case
    title: The list is not there, which is not so.
    expect: { status: 404 }
`;

/** Checks the embedded mock with a case that it does not pass, and a list of known deviations. */
async function checkWith(known: string): Promise<Finished> {
  const folder = await emptyFolder();
  await mkdir(join(folder, 'own', 'guide'), { recursive: true });
  await writeFile(join(folder, 'own', 'guide', 'getClients.yaml'), cases);
  await writeFile(join(folder, 'known.yaml'), known);
  return runCommand(['check', '--cases', 'own', '--dialect', 'guide', '--known', 'known.yaml'], folder);
}

const entry = (subject: string, expires: string): string =>
  `- { rule: status, subject: ${subject}, reason: We wait for a release., expires: ${expires} }\n`;

test('a violation that nobody knows of fails the run', async () => {
  const { code, stdout } = await checkWith('');
  expect(stdout).toContain('getClients answered 200; expected 404.');
  expect(stdout).toContain('own/guide/getClients.yaml:4:5');
  expect(code).toBe(1);
});

test('a known one does not, and is told with its reason', async () => {
  const { code, stdout } = await checkWith(entry('own-case', '2999-12-31'));
  expect(stdout).toContain('Known until 2999-12-31: We wait for a release.');
  expect(code).toBe(0);
});

test('one that was known until yesterday does', async () => {
  const { code, stdout } = await checkWith(entry('own-case', '2020-01-01'));
  expect(stdout).toContain('expired on 2020-01-01');
  expect(code).toBe(1);
});

test('an entry that nothing matches is told', async () => {
  const { code, stdout } = await checkWith(
    entry('own-case', '2999-12-31') + entry('another-case', '2999-12-31'),
  );
  expect(stdout).toContain('known-deviation-not-needed');
  expect(code).toBe(0);
});

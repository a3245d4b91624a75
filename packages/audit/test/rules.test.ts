import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { rules } from '../src/rules.ts';

const src = fileURLToPath(new URL('../src', import.meta.url));

/** The files below src, with `/` between folders, and their code; tests are left out. */
async function sources(): Promise<Map<string, string>> {
  const files = (await readdir(src, { recursive: true })).map((file) => file.replaceAll('\\', '/'));
  const code = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  return new Map(
    await Promise.all(code.map(async (file) => [file, await readFile(`${src}/${file}`, 'utf8')] as const)),
  );
}

test('each file of src/rules is a rule whose id is the name of the file, and each has its test beside it', async () => {
  const files = await readdir(`${src}/rules`);
  const ids = rules.map(({ id }) => id);
  expect(files.toSorted()).toEqual(ids.flatMap((id) => [`${id}.ts`, `${id}.test.ts`]).toSorted());
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z]+(?:-[a-z]+)*$/u.test(id))).toEqual([]);
});

test.each(rules.map((rule) => [rule.id, rule] as const))(
  '%s has a title, a reason, something to do and a source, as whole sentences',
  (_, { title, why, help, source }) => {
    expect(title).toMatch(/^[A-Z].{10,90}[^.]$/u);
    expect(why).toMatch(/^[A-Z].{20,}\.$/u);
    expect(help).toMatch(/^[A-Z].{10,}\.$/u);
    expect(source.title.length).toBeGreaterThan(5);
    expect(new URL(source.url).protocol).toBe('https:');
  },
);

test('a reason says why a warning is no error, and why a note is no more', () => {
  const silent = rules.filter(
    ({ level, why }) =>
      level === 'warning' && !/so (?:no|it is no) error|more than a note|is a note/u.test(why),
  );
  expect(silent.map(({ id }) => id)).toEqual([]);
});

/** Which files import a module. */
async function importersOf(module: RegExp): Promise<string[]> {
  return [...(await sources())].filter(([, code]) => module.test(code)).map(([file]) => file);
}

test('the large data is behind one import each, and nothing is of Node', async () => {
  expect(await importersOf(/from 'tldts'/u)).toEqual(['registrable-domain.ts']);
  expect(await importersOf(/from 'unhomoglyph'/u)).toEqual(['skeleton.ts']);
  expect(await importersOf(/from 'ipaddr\.js'/u)).toEqual(['host.ts']);
  expect(await importersOf(/from 'node:|require\(|process\.|Buffer\b/u)).toEqual([]);
});

test('the api and the private package of findings are imported for their types only', async () => {
  expect((await importersOf(/import type .* from '@docspace-oauth\//u)).length).toBeGreaterThan(2);
  expect(await importersOf(/^(?:import|export) (?!type ).*from '@docspace-oauth\//mu)).toEqual([]);
});

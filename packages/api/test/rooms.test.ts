import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const src = new URL('../src/', import.meta.url);

/** Every import of the files of a room, as `file: what it imports`; tests are left out. */
async function importsOf(room: string): Promise<string[]> {
  const files = (await readdir(fileURLToPath(new URL(room, src)))).filter((file) => !file.includes('.test.'));
  const lists = await Promise.all(
    files.map(async (file) => {
      const code = await readFile(new URL(`${room}/${file}`, src), 'utf8');
      return [...code.matchAll(/(?:from|import) ?\(?'(.+?)'/g)].map(([, from]) => `${file}: ${from}`);
    }),
  );
  return lists.flat();
}

test('transport/ imports nothing from outside of the folder, and names nothing of DocSpace', async () => {
  const imports = await importsOf('transport');
  expect(imports.length).toBeGreaterThan(0);
  expect(imports.filter((line) => !line.includes(': ./'))).toEqual([]);
  for (const file of await readdir(fileURLToPath(new URL('transport', src)))) {
    if (file.includes('.test.')) continue;
    expect(await readFile(new URL(`transport/${file}`, src), 'utf8')).not.toMatch(
      /docspace|operationId|x-signature|x-ratelimit/i,
    );
  }
});

test('protocol/ imports neither transport/ nor lists/', async () => {
  const imports = await importsOf('protocol');
  expect(imports.length).toBeGreaterThan(0);
  expect(imports.filter((line) => /\/(?:transport|lists)\//.test(line))).toEqual([]);
});

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const here = fileURLToPath(new URL('.', import.meta.url));
// Inside the package, so that the names of its dependencies resolve.
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(here, '.readme-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the snippets of the mock’s README compile, each by itself', async () => {
  const page = await readFile(new URL('../../mock/README.md', import.meta.url), 'utf8');
  const snippets = [...page.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code]) => code ?? '');
  expect(snippets.length).toBeGreaterThan(2);
  await Promise.all(snippets.map((code, index) => writeFile(path.join(folder, `snippet-${index}.ts`), code)));
  const tsconfig = {
    extends: '../../tsconfig.json',
    compilerOptions: { noUnusedLocals: false },
    include: ['*.ts'],
  };
  await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
  const tsc = fileURLToPath(new URL('bin/tsc', import.meta.resolve('typescript/package.json')));
  const outcome: unknown = await promisify(execFile)(process.execPath, [tsc, '-p', folder]).catch(
    (error: unknown) => error,
  );
  expect((outcome as { stdout: string }).stdout).toBe('');
});

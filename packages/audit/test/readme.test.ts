import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { json, startServer, text } from '@docspace-oauth/testing/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rulesTable, withTable } from '../scripts/rules-table.ts';
import { bundle } from './bundle.ts';
import { app } from './corpus/case.ts';

const run = promisify(execFile);
const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
// Inside the package, so that its own name resolves to what was built.
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(fileURLToPath(new URL('.', import.meta.url)), '.readme-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The first code block of a language, or the first without one. */
function block(language: string): string {
  const blocks = readme.matchAll(/^```(\w*)\n(.*?)^```$/gms);
  for (const [, name, code] of blocks) if (name === language && code !== undefined) return code;
  throw new Error(`The README has no block of ${language || 'output'}.`);
}

test('the table is that of the rules; if not, run: pnpm --filter @docspace-oauth/audit generate', () => {
  expect(withTable(readme)).toBe(readme);
});

test('a table that differs would be noticed, and a README without its marks too', () => {
  const changed = readme.replace('A redirect URI has no fragment', 'A redirect URI has a fragment');
  expect(withTable(changed)).not.toBe(changed);
  expect(() => withTable(rulesTable())).toThrow('lost the marks');
});

test('the example compiles', async () => {
  await writeFile(path.join(folder, 'example.ts'), block('ts'));
  const config = {
    extends: '../../tsconfig.json',
    compilerOptions: { isolatedDeclarations: false, declaration: false },
    include: ['example.ts'],
  };
  await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify(config));
  const tsc = fileURLToPath(new URL('bin/tsc', import.meta.resolve('typescript/package.json')));
  const outcome = await run(process.execPath, [tsc, '-p', folder]).catch((error: unknown) => error);
  expect((outcome as { stdout: string }).stdout).toBe('');
});

test('the example prints what the README shows', async () => {
  // The example takes the day of the clock, and a client that nobody changes for a year would be one more finding.
  const modified_on = new Date().toISOString();
  const clients = [
    app('Task board', 'tasks.example', {
      client_id: '5d0c8a3e',
      modified_on,
      redirect_uris: ['https://app.tasks.example/cb', 'http://localhost:3000/cb'],
    }),
    app('Tаsk board', 'tasks.example', {
      client_id: 'e7b1f9c4',
      modified_on,
      redirect_uris: ['http://collect.example.net/cb'],
      scopes: ['files:read', 'files:write'],
    }),
  ];
  const list = json(200, { response: clients });
  const server = await startServer(({ path: asked }) =>
    asked === '/api/2.0/clients' ? list : text(404, ''),
  );
  const program = block('ts').replace('https://portal.example.com', server.url);
  await writeFile(path.join(folder, 'program.ts'), program);
  const env = { ...process.env, DOCSPACE_API_KEY: 'sk-example' };
  const { stdout } = await run(process.execPath, ['program.ts'], { cwd: folder, env });
  expect(stdout).toBe(block(''));
});

test('the size that the README tells is that of a page’s download, to a kilobyte', async () => {
  const code = await bundle({ format: 'esm', minify: true });
  const size = gzipSync(code, { level: 9 }).byteLength;
  expect(readme).toContain(`${Math.round(size / 1000)} kB gzipped`);
});

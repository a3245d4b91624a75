import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ContractError } from '../src/node/contract-error.ts';
import { readDocumentFile } from '../src/node/read-document.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mock-documents-'));
});
afterAll(async () => rm(folder, { recursive: true }));

async function failure(name: string, text?: string): Promise<string> {
  const path = join(folder, name);
  if (text !== undefined) await writeFile(path, text);
  const error: unknown = await readDocumentFile(path).catch((thrown: unknown) => thrown);
  if (!(error instanceof ContractError))
    throw new TypeError('readDocumentFile did not fail as it should', { cause: error });
  return error.message.replace(path, '<path>');
}

test('a missing bundle is named, with the command that writes it', async () => {
  expect(await failure('missing.json')).toBe('The contract <path> does not exist; "pnpm build" writes it.');
});

test('a folder in place of a bundle is named', async () => {
  await expect(readDocumentFile(folder)).rejects.toThrow(`The contract ${folder} cannot be read`);
});

test.each([
  {
    name: 'a missing comma',
    text: '{\n  "openapi": "3.1.0"\n  "paths": {}\n}\n',
    where: 'line 3, column 3: Expected',
  },
  { name: 'a missing end', text: '{\n  "openapi": "3.1.0"', where: 'line 2, column 21: Expected' },
  { name: 'nothing at all', text: '', where: 'line 1, column 1: Unexpected end of JSON input;' },
])('$name is named with line and column', async ({ text, where }) => {
  expect(await failure('broken.json', text)).toContain(`<path>, ${where}`);
});

test('a stray character is quoted, in one line', async () => {
  expect(await failure('stray.json', '{\n  "paths": x\n}')).toMatch(
    /^<path>: Unexpected token 'x', .*"pnpm build".*$/u,
  );
});

test.each(['null', '[]', '{"openapi": 3, "paths": {}}', '{"openapi": "3.1.0"}'])(
  'JSON that is no OpenAPI document is refused: %s',
  async (text) => {
    expect(await failure('other.json', text)).toContain('not an OpenAPI document');
  },
);

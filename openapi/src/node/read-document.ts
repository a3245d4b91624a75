import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Dialect } from '../dialects.ts';
import type { OpenApiDocument } from '../document.ts';
import { ContractError } from './contract-error.ts';
import { distFolder } from './folders.ts';

/** Where the bundle of a dialect lies, in this package's dist or in another folder that bundles were built into. */
export function documentPath(dialect: Dialect, folder: string = distFolder): string {
  return join(folder, `${dialect}.json`);
}

/** Reads the bundle of a dialect. */
export async function readDocument(dialect: Dialect, folder?: string): Promise<OpenApiDocument> {
  return readDocumentFile(documentPath(dialect, folder));
}

/** Reads a bundled document, or throws a ContractError that says in one sentence why it cannot be used. */
export async function readDocumentFile(path: string): Promise<OpenApiDocument> {
  const document = parse(path, await readText(path));
  if (!isOpenApiDocument(document)) {
    throw new ContractError(`${path} is JSON but not an OpenAPI document: it needs "openapi" and "paths".`);
  }
  return document;
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    const problem = missing ? 'does not exist' : 'cannot be read';
    throw new ContractError(`The contract ${path} ${problem}; "pnpm build" writes it.`, { cause });
  }
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const where = [path, ...place(reason, text)].join(', ');
    const what = reason.replace(/ in JSON at position .*/u, '').replace(/\s+/gu, ' ');
    throw new ContractError(`${where}: ${what}; "pnpm build" writes the contract again.`, { cause });
  }
}

/** Line and column where V8 tells them; for a stray character it quotes the text around it instead. */
function place(reason: string, text: string): string[] {
  if (reason.startsWith('Unexpected end')) {
    const lines = text.split('\n');
    return [`line ${lines.length}`, `column ${(lines.at(-1) ?? '').length + 1}`];
  }
  const [, line, column] = /line (\d+) column (\d+)/u.exec(reason) ?? [];
  return line === undefined ? [] : [`line ${line}`, `column ${column}`];
}

function isOpenApiDocument(value: unknown): value is OpenApiDocument {
  return (
    typeof value === 'object' &&
    value !== null &&
    'openapi' in value &&
    typeof value.openapi === 'string' &&
    'paths' in value &&
    typeof value.paths === 'object' &&
    value.paths !== null
  );
}

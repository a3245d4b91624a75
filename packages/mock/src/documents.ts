import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { MockError } from './mock-error.ts';

export const dialects = ['guide', 'portal'] as const;
export type Dialect = (typeof dialects)[number];

const bundles: Readonly<Record<Dialect, string>> = {
  guide: import.meta.resolve('@docspace-oauth/openapi/guide.json'),
  portal: import.meta.resolve('@docspace-oauth/openapi/portal.json'),
};

/** The parts of an OpenAPI document that the mock reads itself; Prism reads the rest. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly security?: readonly SecurityRequirement[];
  readonly components?: { readonly securitySchemes?: Readonly<Record<string, SecurityScheme>> };
}

interface PathItem {
  readonly get?: { readonly operationId?: string; readonly security?: readonly SecurityRequirement[] };
}

type SecurityRequirement = Readonly<Record<string, readonly string[]>>;

export interface SecurityScheme {
  readonly type: string;
  readonly scheme?: string;
  readonly in?: string;
  readonly name?: string;
}

/** Where the bundled contract of a dialect lies; it exists once `@docspace-oauth/openapi` is built. */
export function documentPath(dialect: Dialect): string {
  return fileURLToPath(bundles[dialect]);
}

/** Reads a bundle, or says in one sentence why it cannot be served: Prism's own words for this are a stack. */
export async function readDocument(path: string): Promise<OpenApiDocument> {
  const document = parse(path, await readText(path));
  if (!isOpenApiDocument(document)) {
    throw new MockError(`${path} is JSON but not an OpenAPI document: it needs "openapi" and "paths".`);
  }
  return document;
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    const problem = missing ? 'does not exist' : 'cannot be read';
    throw new MockError(`The contract ${path} ${problem}; "pnpm build" writes it.`, { cause });
  }
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const where = [path, ...place(reason, text)].join(', ');
    const what = reason.replace(/ in JSON at position .*/u, '').replace(/\s+/gu, ' ');
    throw new MockError(`${where}: ${what}; "pnpm build" writes the contract anew.`, {
      cause,
    });
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

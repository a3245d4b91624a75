import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

import { dialects, type Dialect } from '@docspace-oauth/mock';

import { ExampleError } from './example-error.ts';

export interface Settings {
  /** Undefined: run against the embedded mock. */
  readonly url: string | undefined;
  readonly apiKey: string;
  /** `auto` asks the server; only where there is a URL. */
  readonly dialect: Dialect | 'auto';
}

type Environment = Readonly<Record<string, string | undefined>>;

const anyMockKey = 'any-key-will-do';

/** What the environment says, and where it says nothing, what `.env` of the current folder says. */
export function loadEnvironment(): Environment {
  try {
    // Some Windows editors begin a file with a byte order mark.
    const text = readFileSync('.env', 'utf8').replace(/^\uFEFF/u, '');
    return { ...parseEnv(text), ...process.env };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return process.env;
    throw new ExampleError(
      2,
      '.env of this folder cannot be read.',
      'Make it a readable text file, or remove it.',
    );
  }
}

export function readSettings(environment: Environment): Settings {
  const setting = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const url = setting('DOCSPACE_URL');
  if (url !== undefined) checkUrl(url);
  const apiKey = setting('DOCSPACE_API_KEY');
  if (apiKey === undefined && url !== undefined) {
    throw new ExampleError(
      2,
      'DOCSPACE_API_KEY is not set, and the portal of DOCSPACE_URL asks for a key.',
      'Create one in the portal under Developer Tools > API keys.',
    );
  }
  const dialect = readDialect(setting('DOCSPACE_DIALECT') ?? 'auto');
  return { url, apiKey: apiKey ?? anyMockKey, dialect };
}

/** Scheme and syntax; the client itself checks what remains. */
function checkUrl(url: string): void {
  if (/^https?:\/\//iu.test(url) && URL.canParse(url)) return;
  // A text that is no address may be anything, a key in the wrong place too: it is not repeated.
  const host = /^(?:localhost|[\w-]+(?:\.[\w-]+)+)(?::\d+)?(?:\/\S*)?$/u.test(url);
  const scheme = /^(?:localhost|127\.)/u.test(url) ? 'http' : 'https';
  throw new ExampleError(
    2,
    host ? `DOCSPACE_URL has no scheme: "${url}".` : 'DOCSPACE_URL is not an http: or https: address.',
    host
      ? `Did you mean ${scheme}://${url}?`
      : 'Give the address of the portal, such as https://portal.example.com.',
  );
}

function readDialect(text: string): Dialect | 'auto' {
  const dialect = (['auto', ...dialects] as const).find((known) => known === text);
  if (dialect !== undefined) return dialect;
  throw new ExampleError(
    2,
    'DOCSPACE_DIALECT names no dialect that these programs know.',
    `Set it to ${dialects.join(', ')} or auto, or leave it out for auto.`,
  );
}

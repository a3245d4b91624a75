import { parseArgs } from 'node:util';

import { dialects, type Dialect } from './documents.ts';

export const help: string = `Serves the contract of DocSpace's OAuth2 client information as a mock (plain Prism).

Usage: pnpm mock [options]

  --port N         port to listen on, 0 for a free one (default 4010)
  --host H         address to listen on (default 127.0.0.1)
  --dialect NAME   ${dialects.join(' or ')} (default guide)
  --help           this text

Ctrl-C ends it.
`;

export interface MockArguments {
  readonly port: number;
  readonly host: string;
  readonly dialect: Dialect;
  readonly help: boolean;
}

/** Wrong usage; the message is one sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export function readArguments(args: readonly string[]): MockArguments {
  const values = parse(args);
  return {
    port: readPort(values.port ?? '4010'),
    host: readHost(values.host ?? '127.0.0.1'),
    dialect: readDialect(values.dialect ?? 'guide'),
    help: values.help ?? false,
  };
}

interface Flags {
  readonly port?: string | undefined;
  readonly host?: string | undefined;
  readonly dialect?: string | undefined;
  readonly help?: boolean | undefined;
}

function parse(args: readonly string[]): Flags {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        dialect: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (cause) {
    const [sentence] = (cause instanceof Error ? cause.message : String(cause)).split(/\.\s|\n/u);
    throw new UsageError(`${sentence}; see --help.`, { cause });
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/u.test(text) && port <= 65_535) return port;
  throw new UsageError(`--port needs a whole number from 0 to 65535, not "${text}".`);
}

function readHost(text: string): string {
  if (/^[\w.:-]+$/u.test(text)) return text;
  throw new UsageError(`--host needs an address or a name without scheme and port, not "${text}".`);
}

function readDialect(text: string): Dialect {
  const dialect = dialects.find((known) => known === text);
  if (dialect !== undefined) return dialect;
  throw new UsageError(`--dialect needs ${dialects.join(' or ')}, not "${text}".`);
}

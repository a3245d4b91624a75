import { parseArgs } from 'node:util';

import { dialects, type Dialect } from '@docspace-oauth/openapi';

import type { Cors } from '../server/cors.ts';
import type { MockOptions } from '../server/options.ts';
import { cacheNames, type Cache } from '../simulator/cache.ts';
import { storeNames, type StoreName } from '../simulator/databases/databases.ts';
import { limitNames, type LimitName } from '../simulator/limits.ts';
import type { Latency } from '../simulator/scenario.ts';

export const help: string = `Serves the contract of DocSpace's OAuth2 client information as a mock that knows its data.

Usage: docspace-mock [options]

  --dialect NAME     ${dialects.join(' or ')} (default guide)
  --port N           port to listen on, 0 for a free one (default 4010)
  --host H           address to listen on (default 127.0.0.1)
  --clients N        N clients beyond those of the contract's examples (default 0)
  --seed S           a whole number; the same gives the same clients (default 1)
  --scenario NAME    how it behaves: empty, slow, flaky, down, rate-limited, huge, … (default normal)
  --scenarios FILE   scenarios of your own, in YAML
  --latency MS       what each answer waits: 250, or 100-900 (default 0)
  --token-ttl S      seconds that a token of the portal dialect is valid (default 300)
  --store NAME       portal: sql, a self-hosted one, or saas, the vendor's cloud (default sql)
  --limits NAME      full or minified, the limits of a live portal, or off (default off)
  --cache NAME       portal: null-text, the text "null" in single reads, or off (default off)
  --cors MODE        open, or strict: no CORS headers, as a live portal (default open)
  --serve FOLDER     show the pages of a folder, such as the explorer's, at /explorer/
  --watch            serve changes of openapi/ and of the scenario file
  --quiet            no line for each request
  --json             each request as a line of JSON
  --help             this text

The API key decides who is asking: admin-1, user-1, guest-1, closed-1, expired-1,
restricted-1, limited-3.
While it runs, /__mock/ shows and changes scenario, latency and data. Ctrl-C ends it.
`;

export interface MockArguments extends Omit<MockOptions, 'onRequest' | 'watch'> {
  readonly port: number;
  readonly host: string;
  readonly dialect: Dialect;
  readonly watch: boolean;
  readonly log: 'lines' | 'json' | 'none';
  readonly help: boolean;
}

/** Wrong usage; the message is one sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const options = {
  port: { type: 'string', default: '4010' },
  host: { type: 'string', default: '127.0.0.1' },
  dialect: { type: 'string', default: 'guide' },
  clients: { type: 'string', default: '0' },
  seed: { type: 'string', default: '1' },
  scenario: { type: 'string', default: 'normal' },
  scenarios: { type: 'string' },
  latency: { type: 'string', default: '0' },
  'token-ttl': { type: 'string', default: '300' },
  store: { type: 'string', default: 'sql' },
  limits: { type: 'string', default: 'off' },
  cache: { type: 'string', default: 'off' },
  cors: { type: 'string', default: 'open' },
  serve: { type: 'string' },
  watch: { type: 'boolean', default: false },
  quiet: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

export function readArguments(args: readonly string[]): MockArguments {
  const values = parse(args);
  return {
    port: readPort(values.port),
    host: readHost(values.host),
    dialect: readName<Dialect>('--dialect', values.dialect, dialects),
    clients: readCount('--clients', values.clients, 100_000),
    seed: readCount('--seed', values.seed, 4_294_967_295),
    scenario: values.scenario,
    scenarios: values.scenarios,
    latency: readLatency(values.latency),
    tokenTtl: readCount('--token-ttl', values['token-ttl'], 86_400),
    store: readName<StoreName>('--store', values.store, storeNames),
    limits: readName<LimitName>('--limits', values.limits, limitNames),
    cache: readName<Cache>('--cache', values.cache, cacheNames),
    cors: readName<Cors>('--cors', values.cors, ['open', 'strict']),
    serve: values.serve,
    watch: values.watch,
    log: values.quiet ? 'none' : values.json ? 'json' : 'lines',
    help: values.help,
  };
}

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

function parse(args: readonly string[]): Values {
  try {
    return parseArgs({ args: [...args], options }).values;
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

function readName<Name extends string>(flag: string, text: string, names: readonly Name[]): Name {
  const name = names.find((known) => known === text);
  if (name !== undefined) return name;
  throw new UsageError(`${flag} needs ${names.join(' or ')}, not "${text}".`);
}

function readCount(flag: string, text: string, most: number): number {
  if (/^\d{1,10}$/u.test(text) && Number(text) <= most) return Number(text);
  throw new UsageError(`${flag} needs a whole number from 0 to ${most}, not "${text}".`);
}

function readLatency(text: string): Latency | undefined {
  const [, low = '', high = low] = /^(\d{1,6})(?:-(\d{1,6}))?$/u.exec(text) ?? [];
  if (low === '' || Number(low) > Number(high)) {
    throw new UsageError(`--latency needs milliseconds, such as 250 or 100-900, not "${text}".`);
  }
  return text === '0' ? undefined : { min: Number(low), max: Number(high) };
}

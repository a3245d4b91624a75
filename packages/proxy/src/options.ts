import { isDocSpaceError } from '@docspace-oauth/api';
import { checkApiKey, checkBaseUrl } from '@docspace-oauth/api/transport';

import { UsageError } from '@docspace-oauth/terminal/usage-error';

export interface ProxyOptions {
  /** The portal's origin. @example 'https://portal.example.com' */
  readonly upstream: string;
  /** The API key that buys the tokens; it is sent to the upstream's token endpoint and nowhere else. */
  readonly apiKey: string;
  /** The origins whose pages may call. @default [] @example ['http://localhost:5173'] */
  readonly allowOrigins?: readonly string[] | undefined;
  /** 0 takes a free one. @default 0 */
  readonly port?: number | undefined;
  /** @default '127.0.0.1' */
  readonly host?: string | undefined;
  /** Sends credentials over `http:` to a host that is not loopback. @default false */
  readonly allowInsecure?: boolean | undefined;
  /** The longest that a request may take to arrive, and a response of the upstream to be complete. @default 30000 */
  readonly timeoutMs?: number | undefined;
  /** The largest response that is read, in bytes after decompression. @default 33554432 (32 MiB) */
  readonly maxBodyBytes?: number | undefined;
  /** A folder of pages, such as the explorer's, that are shown at `/explorer/` and may call. @default no pages */
  readonly serve?: string | undefined;
  /** Called with each line: requests, violations, warnings. @default nothing is logged */
  readonly log?: ((line: string) => void) | undefined;
}

/** The options, checked and with every default filled in. */
export type ProxySettings = {
  readonly [Name in Exclude<keyof ProxyOptions, 'serve'>]-?: NonNullable<ProxyOptions[Name]>;
} & Pick<ProxyOptions, 'serve'>;

const names = {
  upstream: true,
  apiKey: true,
  allowOrigins: true,
  port: true,
  host: true,
  allowInsecure: true,
  timeoutMs: true,
  maxBodyBytes: true,
  serve: true,
  log: true,
} satisfies Record<keyof ProxyOptions, true>;

/**
 * Checks what a caller gives; the API key, the limits and unencrypted upstreams by the rules of packages/api. No message
 * repeats the value that it refuses: it may be the key in the wrong place.
 */
export function checkOptions(options: ProxyOptions): ProxySettings {
  checkNames(options);
  const { allowOrigins = [], port = 0, host = '127.0.0.1', allowInsecure = false } = options;
  const { serve, log = () => undefined, timeoutMs = 30_000, maxBodyBytes = 32 * 1024 * 1024 } = options;
  if (!Array.isArray(allowOrigins)) throw new UsageError('allowOrigins is not a list of origins.');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError('port is not a whole number from 0 to 65535.');
  }
  if (typeof host !== 'string' || !/^[\w.:-]+$/u.test(host)) {
    throw new UsageError('host is not an address or a name without scheme and port.');
  }
  if (serve !== undefined && (typeof serve !== 'string' || serve === '')) {
    throw new UsageError('serve is not the path of a folder.');
  }
  if (typeof log !== 'function') throw new UsageError('log is not a function.');
  return {
    upstream: checkUpstream(options.upstream, allowInsecure),
    apiKey: asUsageError(() => checkApiKey(options.apiKey)),
    allowOrigins: allowOrigins.map(checkOrigin),
    port,
    host,
    allowInsecure,
    timeoutMs,
    maxBodyBytes,
    serve,
    log,
  };
}

/** Turns a refusal of packages/api into one of the proxy. */
export function asUsageError<T>(check: () => T): T {
  try {
    return check();
  } catch (error) {
    throw isDocSpaceError(error) ? new UsageError(error.message, error.hint) : error;
  }
}

function checkNames(options: ProxyOptions): void {
  const given: unknown = options;
  if (typeof given !== 'object' || given === null) {
    throw new UsageError('startProxy needs an object with upstream and apiKey.');
  }
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(names, name));
  if (unknown === undefined) return;
  throw new UsageError(
    `There is no option ${JSON.stringify(unknown.slice(0, 60))}.`,
    `The options are ${Object.keys(names).join(', ')}.`,
  );
}

function checkUpstream(text: string, allowInsecure: boolean): string {
  const url = httpUrl(text);
  if (url?.pathname !== '/' || url.username || url.password || url.search || url.hash) {
    throw new UsageError(
      'The upstream must be the origin of a portal, such as https://portal.example.com, without path, query, user or password.',
    );
  }
  return asUsageError(() => checkBaseUrl(url.origin, !allowInsecure)).origin;
}

function checkOrigin(text: string): string {
  const url = httpUrl(text);
  // A slash at the end is allowed, because a browser's address bar has it.
  const exact = url !== undefined && [url.origin, `${url.origin}/`].includes(text.toLowerCase());
  if (exact && !text.includes('*')) return url.origin;
  throw new UsageError(
    'An allowed origin must be one exact origin, such as http://localhost:5173, and no "*".',
  );
}

function httpUrl(text: unknown): URL | undefined {
  const url = typeof text === 'string' && URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && ['http:', 'https:'].includes(url.protocol) ? url : undefined;
}

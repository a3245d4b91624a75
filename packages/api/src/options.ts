import { invalidInput } from './error.ts';
import type { DocSpaceHooks } from './hooks.ts';
import type { Dialect } from './routes.ts';
import type { Redactor } from './transport/redact.ts';
import { createRedactor } from './transport/redact.ts';
import type { ResponseValidator } from './validation.ts';

/** When and how often a failed GET is sent again: network errors, attempt timeouts, 429, 502, 503 and 504. */
export interface RetryOptions {
  /** Requests per call, the first included; 1 means no retry. @default 3 */
  attempts?: number;
  /** Upper bound of the first random wait, in milliseconds; doubled for each further one. @default 250 */
  minDelayMs?: number;
  /** Upper bound of every random wait, in milliseconds. @default 8000 */
  maxDelayMs?: number;
  /**
   * The longest wait that a server may ask for (Retry-After, X-Ratelimit-Reset), in milliseconds. Beyond it the call
   * fails at once, with `retryAfterMs` on the error. @default 30000
   */
  maxServerDelayMs?: number;
}

export interface DocSpaceClientOptions {
  /**
   * The portal's address, with a path prefix if it has one.
   * @example 'https://portal.example.com'
   */
  baseUrl: string | URL;
  /**
   * A DocSpace API key. Without one no credential is sent: enough for public information, or behind a proxy that adds
   * the credential. Sent only to the origin of `baseUrl`.
   */
  apiKey?: string;
  /**
   * Which contract the server speaks: the guide's, a live portal's, or `auto` to ask once (one GET of the portal's token
   * endpoint) and remember. @default 'auto'
   */
  dialect?: Dialect | 'auto';
  /** @default three attempts with full jitter */
  retry?: RetryOptions;
  /** The longest a call may take in all, retries and reading the body included, in milliseconds. @default 30000 */
  timeoutMs?: number;
  /** The longest a single request may take, its body included, in milliseconds. @default 10000 */
  attemptTimeoutMs?: number;
  /** The largest body that is read, in bytes after decompression. @default 33554432 (32 MiB) */
  maxBodyBytes?: number;
  /** Sends the API key over `http:` to a host that is not loopback. @default false */
  allowInsecure?: boolean;
  /** Called for each request, response and retry; for logs, metrics and traces. */
  hooks?: DocSpaceHooks;
  /** Checks every 2xx body against the contract: `validate` or `report(…)` of `@docspace-oauth/api/validate`. */
  validate?: ResponseValidator;
  /** A fetch of your own (a proxy agent, an instrumented one). @default globalThis.fetch */
  fetch?: typeof globalThis.fetch;
}

/** The options, checked and with every default filled in. */
export interface Config {
  baseUrl: string;
  /** Of `baseUrl`, as messages name the server. */
  host: string;
  /** Of `baseUrl`, the only one that anything is sent to. */
  origin: string;
  apiKey: string | undefined;
  dialect: Dialect | 'auto';
  retry: Required<RetryOptions>;
  timeoutMs: number;
  attemptTimeoutMs: number;
  maxBodyBytes: number;
  hooks: DocSpaceHooks;
  validate: ResponseValidator | undefined;
  fetch: typeof globalThis.fetch;
  /** Knows the key, and learns the tokens. */
  redactor: Redactor;
}

const loopback = /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/;

function checkBaseUrl(input: unknown, sendsKey: boolean): URL {
  const text = String(input).trim();
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const hint = 'Give the address of the portal, such as https://portal.example.com.';
  // The text is not repeated: what is no URL may be anything, a key pasted into the wrong setting for one.
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw invalidInput('baseUrl is not an http: or https: URL.', hint);
  }
  if (url.username || url.password || url.search || url.hash) {
    throw invalidInput('baseUrl has user information, a query or a fragment.', hint);
  }
  if (sendsKey && url.protocol === 'http:' && !loopback.test(url.hostname)) {
    throw invalidInput(
      `The API key would travel unencrypted to ${url.host}.`,
      'Use https:, or set allowInsecure.',
    );
  }
  return url;
}

function checkApiKey(key: unknown): void {
  // Visible ASCII: anything else is no key, and a line break would be a second header.
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,4096}$/.test(key)) {
    throw invalidInput(
      'apiKey is not a string of visible ASCII characters.',
      'Copy it from Developer Tools > API keys of the portal.',
    );
  }
}

/** The numbers that are given, else the defaults; only a delay may be 0. */
function numbers<T extends Record<string, number>>(given: Partial<T>, defaults: T, prefix = ''): T {
  const entries = Object.entries(defaults).map(([name, otherwise]) => {
    const value: unknown = given[name] ?? otherwise;
    const least = name.includes('Delay') ? 0 : 1;
    if (typeof value !== 'number' || !(value >= least))
      throw invalidInput(`${prefix}${name} is not a number of at least ${least}.`);
    return [name, value];
  });
  return Object.fromEntries(entries) as T;
}

export function resolveOptions(options: DocSpaceClientOptions): Config {
  const { apiKey, dialect = 'auto', fetch, hooks = {}, validate } = options;
  if (apiKey !== undefined) checkApiKey(apiKey);
  if (!['guide', 'portal', 'auto'].includes(dialect)) {
    throw invalidInput("dialect is not 'guide', 'portal' or 'auto'.");
  }
  const { origin, host, pathname } = checkBaseUrl(
    options.baseUrl,
    apiKey !== undefined && options.allowInsecure !== true,
  );
  return {
    ...numbers(options, { timeoutMs: 30_000, attemptTimeoutMs: 10_000, maxBodyBytes: 32 * 1024 * 1024 }),
    retry: numbers(
      options.retry ?? {},
      { attempts: 3, minDelayMs: 250, maxDelayMs: 8000, maxServerDelayMs: 30_000 },
      'retry.',
    ),
    baseUrl: origin + pathname.replace(/\/+$/, ''),
    host,
    origin,
    apiKey,
    dialect,
    hooks,
    validate,
    // Looked up at each call, so that what replaces the global later (a test's interceptor) is used.
    fetch: fetch ?? ((...request) => globalThis.fetch(...request)),
    redactor: createRedactor(apiKey),
  };
}

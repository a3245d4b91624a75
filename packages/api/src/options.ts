import { checkBaseUrl } from './base-url.ts';
import { checkFunction, checkNumber, checkOptions, isObject } from './check.ts';
import { invalidInput } from './error.ts';
import type { DocSpaceHooks } from './hooks.ts';
import { checkApiKey } from './protocol/api-key.ts';
import type { Dialect } from './protocol/operations.ts';
import type { FetchLike } from './transport/fetch.ts';
import { UnusableFetch } from './transport/fetch.ts';
import type { ResponseValidator } from './validation.ts';

/** When and how often a failed GET is sent again: network errors, attempt timeouts, 429, 502, 503 and 504. */
export interface RetryOptions {
  /** Requests per call, the first included; 1 means no retry. @default 3 */
  attempts?: number | undefined;
  /** Upper bound of the first random wait, in milliseconds; doubled for each further one. @default 250 */
  minDelayMs?: number | undefined;
  /** Upper bound of every random wait, in milliseconds. @default 8000 */
  maxDelayMs?: number | undefined;
  /**
   * The longest wait that a server may ask for (Retry-After, X-Ratelimit-Reset), in milliseconds. If it asks for more, the
   * call fails at once, with `retryAfterMs` on the error. @default 30000
   */
  maxServerDelayMs?: number | undefined;
}

export interface DocSpaceClientOptions<Spoken extends Dialect | 'auto' = Dialect | 'auto'> {
  /**
   * The portal's address, with a path prefix if it has one.
   * @example 'https://portal.example.com'
   */
  baseUrl: string | URL;
  /**
   * A DocSpace API key. Without one no credential is sent: enough for public information, or behind a proxy that adds
   * the credential. Sent only to the origin of `baseUrl`.
   */
  apiKey?: string | undefined;
  /**
   * Which contract the server speaks: the guide's, a live portal's, or `auto` to ask once (one GET of the portal's token
   * endpoint) and remember. @default 'auto'
   */
  dialect?: Spoken | undefined;
  /** @default three attempts with full jitter */
  retry?: RetryOptions | undefined;
  /** The longest a call may take in all, retries and reading the body included, in milliseconds. @default 30000 */
  timeoutMs?: number | undefined;
  /** The longest a single request may take, its body included, in milliseconds. @default 10000 */
  attemptTimeoutMs?: number | undefined;
  /** The largest body that is read, in bytes after decompression. @default 33554432 (32 MiB) */
  maxBodyBytes?: number | undefined;
  /** Sends the API key over `http:` to a host that is not loopback. @default false */
  allowInsecure?: boolean | undefined;
  /** Called for each request, response, retry and warning; for logs, metrics and traces. */
  hooks?: DocSpaceHooks | undefined;
  /** Checks every 2xx body against the contract: `validate` or `report(…)` of `@docspace-oauth/api/validate`. */
  validate?: ResponseValidator | undefined;
  /**
   * A fetch to use instead of the global one: `nodeFetch()` of `@docspace-oauth/api/node`, that of another library, or a
   * function that calls one of them. It is called without `this`.
   * @default globalThis.fetch
   */
  fetch?: FetchLike | undefined;
}

/** The options, checked and with every default filled in. Plain data: nothing is added to it later. */
export interface Config {
  /** Origin and path prefix, without a slash at the end. */
  readonly baseUrl: string;
  /** The host of `baseUrl`, as messages name the server. */
  readonly host: string;
  readonly apiKey: string | undefined;
  readonly dialect: Dialect | 'auto';
  readonly retry: { readonly [K in keyof RetryOptions]-?: number };
  readonly timeoutMs: number;
  readonly attemptTimeoutMs: number;
  readonly maxBodyBytes: number;
  readonly hooks: DocSpaceHooks;
  readonly validate: ResponseValidator | undefined;
  readonly fetch: FetchLike;
}

/** The global fetch, looked up for each request, so that a test can replace it later. */
const platformFetch: FetchLike = (...request) => {
  if (typeof globalThis.fetch !== 'function') throw new UnusableFetch('There is no fetch here.');
  return globalThis.fetch(...request);
};

// A name that is missing from one of these, or that is not an option, does not compile.
const optionNames = {
  baseUrl: true,
  apiKey: true,
  dialect: true,
  retry: true,
  timeoutMs: true,
  attemptTimeoutMs: true,
  maxBodyBytes: true,
  allowInsecure: true,
  hooks: true,
  validate: true,
  fetch: true,
} satisfies Record<keyof DocSpaceClientOptions, true>;
const retryNames = {
  attempts: true,
  minDelayMs: true,
  maxDelayMs: true,
  maxServerDelayMs: true,
} satisfies Record<keyof RetryOptions, true>;
const hookNames = {
  onRequest: true,
  onResponse: true,
  onRetry: true,
  onWarning: true,
} satisfies Record<keyof DocSpaceHooks, true>;

const withPrefix = (prefix: string, names: object): string[] =>
  Object.keys(names).map((name) => prefix + name);

function checkRetry(given: RetryOptions | undefined, suggestions: readonly string[]): Config['retry'] {
  const options = checkOptions(given, 'retry', retryNames, suggestions, 'retry.');
  const { attempts = 3, minDelayMs = 250, maxDelayMs = 8000, maxServerDelayMs = 30_000 } = options;
  return {
    attempts: checkNumber('retry.attempts', attempts, 1, true),
    minDelayMs: checkNumber('retry.minDelayMs', minDelayMs, 0, false),
    maxDelayMs: checkNumber('retry.maxDelayMs', maxDelayMs, 0, false),
    maxServerDelayMs: checkNumber('retry.maxServerDelayMs', maxServerDelayMs, 0, false),
  };
}

function checkHooks(given: DocSpaceHooks | undefined, suggestions: readonly string[]): DocSpaceHooks {
  const hooks: unknown = given === undefined ? {} : given;
  if (!isObject(hooks)) throw invalidInput('hooks is not an object.');
  // The hooks may be an object with fields of its own: only names that look like a hook are checked.
  const named = Object.entries(hooks).filter(([name]) => name.startsWith('on'));
  checkOptions(Object.fromEntries(named) as DocSpaceHooks, 'hooks', hookNames, suggestions, 'hooks.');
  for (const name of Object.keys(hookNames) as (keyof DocSpaceHooks)[]) {
    checkFunction(`hooks.${name}`, hooks[name]);
  }
  return hooks;
}

/** Checks everything that a caller gives, once. */
export function resolveOptions(given: DocSpaceClientOptions): Config {
  const suggestions = [
    ...Object.keys(optionNames),
    ...withPrefix('retry.', retryNames),
    ...withPrefix('hooks.', hookNames),
  ];
  const options = checkOptions(given, 'The argument of createDocSpaceClient', optionNames, suggestions);
  const { dialect = 'auto', allowInsecure = false, fetch, validate } = options;
  const { timeoutMs = 30_000, attemptTimeoutMs = 10_000, maxBodyBytes = 32 * 1024 * 1024 } = options;
  const apiKey = options.apiKey === undefined ? undefined : checkApiKey(options.apiKey);
  if (!['guide', 'portal', 'auto'].includes(dialect)) {
    throw invalidInput("dialect is not 'guide', 'portal' or 'auto'.");
  }
  if (typeof allowInsecure !== 'boolean') throw invalidInput('allowInsecure is not true or false.');
  const { origin, host, pathname } = checkBaseUrl(options.baseUrl, apiKey !== undefined && !allowInsecure);
  return {
    baseUrl: origin + pathname.replace(/\/+$/, ''),
    host,
    apiKey,
    dialect,
    retry: checkRetry(options.retry, suggestions),
    timeoutMs: checkNumber('timeoutMs', timeoutMs, 1, false),
    attemptTimeoutMs: checkNumber('attemptTimeoutMs', attemptTimeoutMs, 1, false),
    maxBodyBytes: checkNumber('maxBodyBytes', maxBodyBytes, 1, true),
    hooks: checkHooks(options.hooks, suggestions),
    validate: checkFunction('validate', validate),
    fetch: checkFunction('fetch', fetch) ?? platformFetch,
  };
}

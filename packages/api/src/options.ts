import { checkBaseUrl } from './base-url.ts';
import { checkFunction, checkNumber, checkOptions, isObject } from './check.ts';
import { invalidInput } from './error.ts';
import type { DocSpaceHooks } from './hooks.ts';
import { checkApiKey } from './protocol/api-key.ts';
import type { Dialect } from './protocol/dialect.ts';
import type { PathPrefix } from './protocol/portal.ts';
import type { FetchLike } from './transport/fetch.ts';
import { UnusableFetch } from './transport/fetch.ts';
import type { ResponseValidator } from './validation.ts';

/**
 * When and how often a failed GET is sent again: after network errors, attempt timeouts, 502, 503 and 504, and once after
 * 500. A 429 is no failure: a call that the server refuses for its rate is sent again as long as `timeoutMs` leaves room.
 */
export interface RetryOptions {
  /** Failed requests after which a call fails; 1 means no retry. @default 3 */
  attempts?: number | undefined;
  /** Upper bound of the first random wait, in milliseconds; doubled for each further one. @default 250 */
  minDelayMs?: number | undefined;
  /** Upper bound of every random wait, in milliseconds. @default 8000 */
  maxDelayMs?: number | undefined;
  /**
   * The longest wait that a server may ask for (Retry-After, X-Ratelimit-Reset), in milliseconds. If it asks for more, the
   * call fails at once, with `retryAfterMs` on the error. With 0 a call fails at the first 429. @default 30000
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
  /**
   * Where a portal serves the operations, beneath `/api/2.0/`; the newer place exists since DocSpace 3.7.1. The guide's
   * dialect has only `clients`. @default 'clients'
   */
  pathPrefix?: PathPrefix | undefined;
  /** @default three attempts with full jitter */
  retry?: RetryOptions | undefined;
  /**
   * The longest that one request may take with its retries and with waits for the rate limit, in milliseconds. If a wait
   * cannot fit, the call fails at once with `rate_limited`. `iterateClients` and `getClientsInfo` have this time for each
   * request that they make. @default 30000
   */
  timeoutMs?: number | undefined;
  /** The longest that a single attempt may take, its body included, in milliseconds. @default 10000 */
  attemptTimeoutMs?: number | undefined;
  /** The largest body that is read, in bytes after decompression. @default 33554432 (32 MiB) */
  maxBodyBytes?: number | undefined;
  /** Sends the API key over `http:` to a host that is not loopback. @default false */
  allowInsecure?: boolean | undefined;
  /** Called for each request, response, retry, wait and warning; for logs, metrics and traces. */
  hooks?: DocSpaceHooks | undefined;
  /** Checks every 2xx body against the contract: `validate` or `report(…)` of `@docspace-oauth/api/validate`. */
  validate?: ResponseValidator | undefined;
  /**
   * A fetch to use instead of the global one: `nodeFetch()` of `@docspace-oauth/api/node`, that of another library, or a
   * function that calls one of them. It is called without `this`.
   * @default globalThis.fetch
   */
  fetch?: FetchLike | undefined;
  /**
   * What the query keys of the React hooks begin with. Set it to hydrate queries of a server, or to persist them; it must
   * differ for each account, or one would see what another has read. @default an own key for each DocSpace client
   * @example `${portal} ${userId}`
   */
  cacheKey?: string | undefined;
}

/** The options, checked and with every default filled in. Plain data: nothing is added to it later. */
export interface Config {
  /** Origin and path prefix, without a slash at the end. */
  readonly baseUrl: string;
  /** The host of `baseUrl`, as messages name the server. */
  readonly host: string;
  readonly apiKey: string | undefined;
  readonly dialect: Dialect | 'auto';
  readonly pathPrefix: PathPrefix;
  readonly retry: { readonly [K in keyof RetryOptions]-?: number };
  readonly timeoutMs: number;
  readonly attemptTimeoutMs: number;
  readonly maxBodyBytes: number;
  readonly hooks: DocSpaceHooks;
  readonly validate: ResponseValidator | undefined;
  readonly fetch: FetchLike;
  readonly cacheKey: string | undefined;
}

/** The global fetch, looked up for each request, so that a test can replace it later. */
const platformFetch: FetchLike = (...request) => {
  if (typeof globalThis.fetch !== 'function') throw new UnusableFetch('There is no fetch here.');
  return globalThis.fetch(...request);
};

/** Every option with its default. A name that is missing, or that is not an option, does not compile. */
const defaults: Required<DocSpaceClientOptions> = {
  baseUrl: '',
  apiKey: undefined,
  dialect: 'auto',
  pathPrefix: 'clients',
  retry: undefined,
  timeoutMs: 30_000,
  attemptTimeoutMs: 10_000,
  maxBodyBytes: 32 * 1024 * 1024,
  allowInsecure: false,
  hooks: undefined,
  validate: undefined,
  fetch: undefined,
  cacheKey: undefined,
};
const retryDefaults: Config['retry'] = {
  attempts: 3,
  minDelayMs: 250,
  maxDelayMs: 8000,
  maxServerDelayMs: 30_000,
};
const noHooks: Required<DocSpaceHooks> = {
  onRequest: undefined,
  onResponse: undefined,
  onRetry: undefined,
  onWait: undefined,
  onWarning: undefined,
};

/** The names of all options, nested ones with their prefix. */
const namesOfAll = (): string[] => [
  ...Object.keys(defaults),
  ...Object.keys(retryDefaults).map((name) => `retry.${name}`),
  ...Object.keys(noHooks).map((name) => `hooks.${name}`),
];

function checkRetry(given: RetryOptions | undefined): Config['retry'] {
  const retry = checkOptions(given, 'retry', retryDefaults, 'retry.', namesOfAll()) as Config['retry'];
  for (const [name, value] of Object.entries(retry)) {
    const isCount = name === 'attempts';
    checkNumber(`retry.${name}`, value, Number(isCount), isCount);
  }
  return retry;
}

function checkHooks(hooks: DocSpaceHooks = {}): DocSpaceHooks {
  if (!isObject(hooks)) throw invalidInput('hooks is not an object.');
  // The hooks may be an object with fields of its own: only names that look like a hook are checked.
  const named = Object.entries(hooks).filter(([name]) => name.startsWith('on'));
  checkOptions(Object.fromEntries(named), 'hooks', noHooks, 'hooks.', namesOfAll());
  for (const name of Object.keys(noHooks)) checkFunction(`hooks.${name}`, hooks[name as keyof DocSpaceHooks]);
  return hooks;
}

/** Checks everything that a caller gives, once. */
export function resolveOptions(given: DocSpaceClientOptions): Config {
  const options = checkOptions(given, 'The argument of createDocSpaceClient', defaults, '', namesOfAll());
  const { dialect, pathPrefix, allowInsecure, cacheKey, timeoutMs, attemptTimeoutMs, maxBodyBytes } = options;
  const apiKey = options.apiKey === undefined ? undefined : checkApiKey(options.apiKey);
  if (!['guide', 'portal', 'auto'].includes(dialect as string)) {
    throw invalidInput("dialect is not 'guide', 'portal' or 'auto'.");
  }
  if (!['clients', 'oauth2/clients'].includes(pathPrefix as string)) {
    throw invalidInput("pathPrefix is not 'clients' or 'oauth2/clients'.");
  }
  if (dialect === 'guide' && pathPrefix !== 'clients') {
    throw invalidInput(
      "Only portals have the pathPrefix 'oauth2/clients'.",
      "Set dialect to 'portal' or 'auto'.",
    );
  }
  if (cacheKey !== undefined && (typeof cacheKey !== 'string' || !cacheKey)) {
    throw invalidInput('cacheKey is not a string that is not empty.');
  }
  if (typeof allowInsecure !== 'boolean') throw invalidInput('allowInsecure is not true or false.');
  checkNumber('timeoutMs', timeoutMs, 1);
  checkNumber('attemptTimeoutMs', attemptTimeoutMs, 1);
  checkNumber('maxBodyBytes', maxBodyBytes, 1, true);
  checkFunction('validate', options.validate);
  checkFunction('fetch', options.fetch);
  const { origin, host, pathname } = checkBaseUrl(options.baseUrl, apiKey !== undefined && !allowInsecure);
  return {
    ...options,
    baseUrl: origin + pathname.replace(/\/+$/, ''),
    host,
    apiKey,
    retry: checkRetry(options.retry),
    hooks: checkHooks(options.hooks),
    fetch: options.fetch ?? platformFetch,
  } as Config;
}

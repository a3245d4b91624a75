import { UsageError } from '../cli-arguments.ts';

export interface ProxyOptions {
  /** The portal's origin. @example 'https://portal.example.com' */
  readonly upstream: string;
  /** The API key that is exchanged for signatures; it is sent to the upstream's token endpoint and nowhere else. */
  readonly apiKey: string;
  /** The origins whose pages may call. @default [] @example ['http://localhost:5173'] */
  readonly allowOrigins?: readonly string[];
  /** 0 takes a free one. @default 0 */
  readonly port?: number;
  /** @default '127.0.0.1' */
  readonly host?: string;
  /** Sends credentials over `http:` to a host that is not loopback. @default false */
  readonly allowInsecure?: boolean;
  /** The longest that a request may take to come in, and an answer of the upstream to be complete. @default 30000 */
  readonly timeoutMs?: number;
  /** The largest answer that is read, in bytes after decompression. @default 33554432 (32 MiB) */
  readonly maxBodyBytes?: number;
  /** Called with each line: requests, violations, warnings. @default nothing is logged */
  readonly log?: (line: string) => void;
}

/** The options, checked and with every default filled in. */
export interface ProxySettings extends Required<ProxyOptions> {}

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/u;

export function isLoopback(host: string): boolean {
  return loopback.test(host);
}

/** What to say about listening on this host; undefined where only this machine is reached. */
export function exposureWarning(host: string): string | undefined {
  if (isLoopback(host)) return undefined;
  return `Warning: whoever reaches ${host} reads the portal through this proxy with the rights of the API key.`;
}

// No message repeats the value it refuses: what stands in the wrong place may be the key.
export function checkOptions(options: ProxyOptions): ProxySettings {
  return {
    upstream: checkUpstream(options.upstream, options.allowInsecure ?? false),
    apiKey: checkApiKey(options.apiKey),
    allowOrigins: (options.allowOrigins ?? []).map(checkOrigin),
    port: options.port ?? 0,
    host: options.host ?? '127.0.0.1',
    allowInsecure: options.allowInsecure ?? false,
    timeoutMs: positive('timeoutMs', options.timeoutMs ?? 30_000),
    maxBodyBytes: positive('maxBodyBytes', options.maxBodyBytes ?? 32 * 1024 * 1024),
    log: options.log ?? (() => undefined),
  };
}

function checkUpstream(text: string, allowInsecure: boolean): string {
  const url = httpUrl(text);
  if (url?.pathname !== '/' || url.username || url.password || url.search || url.hash) {
    throw new UsageError(
      'The upstream must be the origin of a portal, such as https://portal.example.com, without path, query, user or password.',
    );
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname) && !allowInsecure) {
    throw new UsageError(
      'The API key would travel unencrypted: use an https: upstream, or allow it with --allow-insecure (allowInsecure).',
    );
  }
  return url.origin;
}

function checkOrigin(text: string): string {
  const url = httpUrl(text);
  // The slash at the end is forgiven, because a browser's address bar has it.
  const exact = url !== undefined && [url.origin, `${url.origin}/`].includes(text.toLowerCase());
  if (exact && !text.includes('*')) return url.origin;
  throw new UsageError(
    'An allowed origin must be one exact origin, such as http://localhost:5173, and no "*".',
  );
}

function checkApiKey(key: string): string {
  // Visible ASCII: anything else is no key, and fetch would quote it in its complaint.
  if (/^[\x21-\x7e]{1,4096}$/u.test(key)) return key;
  throw new UsageError('The API key must be visible ASCII characters without blanks and line breaks.');
}

function positive(name: string, value: number): number {
  if (Number.isFinite(value) && value > 0) return value;
  throw new UsageError(`${name} must be a number above 0.`);
}

function httpUrl(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && ['http:', 'https:'].includes(url.protocol) ? url : undefined;
}

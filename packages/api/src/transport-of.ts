import { checkOptions, checkSignal, isObject } from './check.ts';
import { connectionOf } from './connection-of.ts';
import { invalidInput } from './error.ts';
import { parseUrl } from './parse-url.ts';
import type { Dialect } from './protocol/dialect.ts';
import type { RequestId } from './protocol/operations.ts';
import type { Reply } from './reply.ts';

/** A GET of any path beneath the base URL. */
export interface TransportRequest {
  /** The operation that the path belongs to; undefined if it belongs to none. It decides about the credential. */
  operationId: RequestId | undefined;
  /** Beneath the base URL; begins with a slash. Sent verbatim, the query included. */
  path: string;
  /** Names in lower case. The credential overrides a header of the same name. */
  headers?: Record<string, string> | undefined;
  signal?: AbortSignal | undefined;
}

/** How a DocSpace client sends requests. */
export interface Transport {
  /** Origin and path prefix, without a slash at the end. */
  readonly baseUrl: string;
  /**
   * Sends a GET with the credential, retries and limits of the DocSpace client, and resolves to the response, whatever its
   * status; redirects are not followed. Rejects with a DocSpaceError if there is no response, or if the token exchange
   * fails.
   */
  send: (request: TransportRequest) => Promise<Reply>;
  /** Which contract the server speaks; asks it once if `dialect` is `auto`. */
  dialect: (signal?: AbortSignal) => Promise<Dialect>;
}

const noRequest: Required<TransportRequest> = {
  operationId: undefined,
  path: '',
  headers: undefined,
  signal: undefined,
};

/** Refuses a path that would not arrive as it is written: dots, backslashes and the like would lead elsewhere. */
function checkPath(baseUrl: string, path: unknown): string {
  const url = typeof path === 'string' && path.startsWith('/') ? parseUrl(baseUrl + path) : undefined;
  if (typeof path === 'string' && url) {
    const { origin, pathname, hash } = url;
    if (origin + pathname === baseUrl + path.replace(/\?.*/s, '') && !hash) return path;
  }
  throw invalidInput('The path is not one that can be sent verbatim beneath baseUrl.');
}

/** Refuses what would be sent as another header, or not at all. */
function checkHeaders(headers: unknown): Record<string, string> | undefined {
  if (headers === undefined) return undefined;
  const isValid = ([name, value]: [string, unknown]): boolean =>
    /^[\w!#$%&'*+.^`|~-]+$/.test(name) &&
    typeof value === 'string' &&
    /^[\t\x20-\x7e\x80-\xff]*$/.test(value);
  if (isObject(headers) && Object.entries(headers).every(isValid)) return headers as Record<string, string>;
  throw invalidInput('The headers are not an object of header names and their values.');
}

/** The transport of a DocSpace client. */
export function transportOf(docspace: object): Transport {
  const { baseUrl, call, dialect } = connectionOf(docspace);
  return {
    baseUrl,
    async send(request) {
      const { operationId, path, headers, signal } = checkOptions(request, 'The request', noRequest);
      return call({
        operationId,
        target: checkPath(baseUrl, path),
        headers: checkHeaders(headers),
        signal: checkSignal(signal),
      });
    },
    dialect: async (signal) => dialect(checkSignal(signal)),
  };
}

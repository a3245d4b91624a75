/**
 * A function that sends a GET. The platform's fetch is one, `nodeFetch()` too, and those of other libraries, such as
 * node-fetch and undici.
 */
export type FetchLike = (url: string, init: FetchLikeInit) => Promise<FetchLikeResponse>;

/** What a request is sent with. Everything else is left at its default; the method is GET. */
export interface FetchLikeInit {
  /** Names in lower case. */
  headers: Record<string, string>;
  /** Ends the request, reading its body included. */
  signal: AbortSignal;
  redirect: 'manual';
  /** Set if the platform knows it. */
  cache?: 'no-store';
  /** Set if the platform knows it. */
  credentials?: 'omit';
}

/** The part of a Response that is read. One of `body`, `text` and `json` is needed. */
export interface FetchLikeResponse {
  readonly status: number;
  readonly statusText?: string | undefined;
  /** The URL that answered. @default the URL that was asked */
  readonly url?: string | undefined;
  /** `opaqueredirect` is a redirect in a browser, which hides its status. */
  readonly type?: string | undefined;
  /** @default none */
  readonly headers?: FetchLikeHeaders | Readonly<Record<string, string>> | undefined;
  readonly body?: ByteStream | AsyncIterable<Uint8Array | string> | null | undefined;
  text?(): Promise<string>;
  json?(): Promise<unknown>;
}

/** The part of Headers that is read. */
export interface FetchLikeHeaders {
  get(name: string): string | null | undefined;
  entries?(): Iterable<[string, string]>;
}

/** The part of a ReadableStream that is read. */
export interface ByteStream {
  getReader(): ByteReader;
}

export interface ByteReader {
  read(): Promise<{ done: boolean; value?: Uint8Array | string | undefined }>;
  cancel(): Promise<unknown>;
}

/** There is no fetch, or what it resolved to is no Response, or lacks a part of one. */
export class UnusableFetch extends Error {}

/** What the platform knows of these options. Workers refuse those that they do not know. */
export function platformInit(): Pick<FetchLikeInit, 'cache' | 'credentials'> {
  // Not at import: the first access to Request makes Node load all of its fetch. A page of jsdom has none.
  const known: object = (globalThis as { Request?: { prototype: object } }).Request?.prototype ?? {};
  return {
    // A framework or a browser may keep GETs, and a token with them.
    ...('cache' in known && { cache: 'no-store' }),
    // A browser would send a stale cookie, which overrides a fresh header.
    ...('credentials' in known && { credentials: 'omit' }),
  };
}

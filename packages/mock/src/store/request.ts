import type { Json } from './json.ts';

/** A request once it is routed. */
export interface StoreRequest {
  /** The path that was asked for, without the query. */
  readonly path: string;
  /** The path's parameters, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
}

export interface Answer {
  readonly status: number;
  /** With `content-type` where there is a body or the contract names one. */
  readonly headers: Readonly<Record<string, string | number>>;
  /** Undefined where there is no body. Text stands for itself where the media type is not JSON. */
  readonly body: Json | undefined;
}

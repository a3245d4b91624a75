import { readBody } from './body.ts';
import type { FetchLike, FetchLikeResponse } from './fetch.ts';
import { platformInit, UnusableFetch } from './fetch.ts';
import type { ResponseHeaders } from './headers.ts';
import { readHeaders } from './headers.ts';

/** A response whose body has been read. */
export interface HttpReply {
  /** 0 is a redirect in a browser, which does not show where it leads. */
  readonly status: number;
  readonly statusText: string;
  readonly headers: ResponseHeaders;
  readonly text: string;
  readonly url: string;
}

/** Sends one GET without cookies, past every cache, follows no redirect, and reads the whole body. */
export async function get(
  fetch: FetchLike,
  url: string,
  headers: Record<string, string>,
  signal: AbortSignal,
  maxBodyBytes: number,
): Promise<HttpReply> {
  const response = await fetch(url, { ...platformInit(), headers, signal, redirect: 'manual' });
  checkResponse(response);
  const received = readHeaders(response.headers);
  const { status, statusText = '', url: from } = response;
  return {
    status,
    statusText,
    headers: received,
    text: await readBody(response, maxBodyBytes),
    url: from || url,
  };
}

/** A fetch that a caller gives may resolve to anything. */
function checkResponse(response: FetchLikeResponse | undefined | null): asserts response {
  if (typeof response !== 'object' || response === null) {
    throw new UnusableFetch(
      `The fetch resolved to ${response === null ? 'null' : typeof response}, not to a Response.`,
    );
  }
  const { status, type } = response;
  if (Number.isInteger(status) && (status > 0 || type === 'opaqueredirect')) return;
  throw new UnusableFetch('The response of the fetch has no HTTP status.');
}

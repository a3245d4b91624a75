import { readBody } from './body.ts';

/** A response whose body has been read. */
export interface HttpReply {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly text: string;
  readonly url: string;
}

/** Workers refuse this option and have no cookies. A browser would send a stale cookie, which overrides a fresh header. */
function withoutCookies(): RequestInit {
  // Not at import: the first access to Request makes Node load all of its fetch.
  return 'credentials' in Request.prototype ? { credentials: 'omit' } : {};
}

/** Sends one GET without cookies, follows no redirect, and reads the whole body. */
export async function get(
  fetch: typeof globalThis.fetch,
  url: string,
  headers: Record<string, string>,
  signal: AbortSignal,
  maxBodyBytes: number,
): Promise<HttpReply> {
  const response = await fetch(url, { ...withoutCookies(), headers, signal, redirect: 'manual' });
  const text = await readBody(response, maxBodyBytes);
  const { status, statusText, headers: received, url: from } = response;
  return { status, statusText, headers: received, text, url: from };
}

import type { Answer } from '../answer.ts';
import { Body } from '../body.ts';
import type { HeaderList } from '../response.ts';

/** How long one token takes in the full service. */
const TOKEN_MS = 300;
const NANOSECONDS_PER_MS = 1_000_000;

/** A 403 without a body: only its headers tell the causes apart. */
export function emptyForbidden(headers: HeaderList): Answer {
  return { status: 403, headers, body: undefined, undeclared: true };
}

/** The session that the server opens for every 403 but that of an invalid signature. It serves no purpose. */
export function session(): readonly [string, string] {
  const id = crypto.randomUUID().replaceAll('-', '').toUpperCase();
  return ['Set-Cookie', `JSESSIONID=${id}; Path=/; HttpOnly`];
}

/** The caller's limit: no body, and a reset in nanoseconds, which is when one single token is there. */
export function userLimit(resetMs: number = TOKEN_MS): Answer {
  return {
    status: 429,
    headers: [
      ['content-type', 'application/json'],
      ['X-Ratelimit-Remaining', '0'],
      ['X-Ratelimit-Reset', String(resetMs * NANOSECONDS_PER_MS)],
    ],
    body: undefined,
  };
}

/** The server itself, before the service sees the request. */
export function badRequestPage(): Answer {
  const body = new Body(
    'text/html;charset=utf-8',
    '<!doctype html><html lang="en"><head><title>Bad Request</title></head><body><h1>Bad Request</h1></body></html>',
  );
  return { status: 400, headers: [['content-type', body.mediaType]], body, undeclared: true };
}

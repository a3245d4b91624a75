import type { Reply } from '../reply.ts';
import { parseJson } from './json.ts';

type Content = Pick<Reply, 'headers' | 'text'>;

/** The media type without parameters, in lower case; empty if there is none. */
export function mediaTypeOf(headers: Pick<Headers, 'get'>): string {
  return (headers.get('content-type') ?? '').replace(/;.*/s, '').trim().toLowerCase();
}

/** Whether a body is a page for people: of a firewall, a login, a web server. Some send it under another type. */
export function isHtml({ headers, text }: Content): boolean {
  return /\bx?html\b/.test(mediaTypeOf(headers)) || /^\s*<(?:!doctype|html)\b/i.test(text);
}

/** Whether a body is a problem of the portal's own: only those have a `traceId`. */
export function isPortalProblem({ headers, text }: Content): boolean {
  if (mediaTypeOf(headers) !== 'application/problem+json') return false;
  return typeof (Object(parseJson(text)) as { traceId?: unknown }).traceId === 'string';
}

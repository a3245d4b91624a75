import type { DocSpaceError } from '../error.ts';
import type { Reply } from '../reply.ts';
import { parseJson } from './json.ts';
import { isHtml, isPortalProblem, mediaTypeOf } from './media-type.ts';
import type { Dialect } from './dialect.ts';
import { isJwt } from './token.ts';

/** What the first contact with a server has shown. */
export interface Found {
  readonly dialect: Dialect;
  /** Whether every other server of this kind would have answered like this. */
  readonly isCertain: boolean;
  /** Set if it is a portal that gave no token. */
  readonly refusal?: DocSpaceError;
}

const portal: Found = { dialect: 'portal', isCertain: true };

/** The .NET part of a portal signs every response, errors too. A proxy may remove it; a browser may not show it. */
function isSignedByPortal({ headers }: Pick<Reply, 'headers'>): boolean {
  return /\baspnetcore-request-time\b/i.test(headers.get('server-timing') ?? '');
}

/**
 * The dialect that a response of the token endpoint gives away. Undefined if it may come from anything in between, such as
 * a firewall, a gateway or a login page.
 */
export function dialectOf(reply: Pick<Reply, 'status' | 'headers' | 'text'>): Found | undefined {
  if (isSignedByPortal(reply)) return portal;
  const { status, headers, text } = reply;
  const type = mediaTypeOf(headers);
  switch (status) {
    case 200:
      if (!type.includes('json')) return { dialect: 'guide', isCertain: false };
      return isJwt((Object(parseJson(text)) as { response?: unknown }).response) ? portal : undefined;
    case 401:
      return text ? undefined : portal;
    case 402:
      return isHtml(reply) ? undefined : portal;
    case 403:
      // Empty: the key. A sentence: the IP address. A problem: the portal is being restored.
      return !text || (!isHtml(reply) && ['text/plain', 'application/problem+json'].includes(type))
        ? portal
        : undefined;
    case 404:
      return isPortalProblem(reply) ? portal : { dialect: 'guide', isCertain: true };
    case 405:
      return { dialect: 'guide', isCertain: true };
    default:
      return undefined;
  }
}

import type { Reply } from '../reply.ts';
import { notFoundHint } from './client-id.ts';
import { emptyForbiddenOf } from './forbidden.ts';
import { isHtml, isPortalProblem } from './media-type.ts';
import type { RequestId } from './operations.ts';

const inFront =
  'The answer is a page of something in front of the server, such as a firewall: ask who runs it.';
const wrongKey =
  'Check apiKey: it may be deleted, mistyped, expired, disabled or of another portal, or its owner may be blocked.';
const noEndpoint =
  'Check baseUrl and dialect: this server has no token endpoint. A portal older than DocSpace 3.1 has none.';

/** What to do about a rate limit that a call could not wait for. */
export const rateLimitHint =
  'Wait for retryAfterMs, send fewer requests at once, or raise timeoutMs or retry.maxServerDelayMs.';

/** What the token endpoint of a portal means by its refusal. */
function exchangeHint(reply: Reply): string | undefined {
  switch (reply.status) {
    case 403:
      if (isPortalProblem(reply)) return 'The portal is being restored, moved or encrypted: try again later.';
      return reply.headers.get('content-type')?.startsWith('text/plain')
        ? 'The portal does not admit this IP address: ask its administrator, or call from another network.'
        : 'Give an API key with the permission All or Read only (*, *:read or *:write): a restricted one buys no token.';
    case 404:
      return isPortalProblem(reply) ? 'The portal is suspended: ask its owner.' : noEndpoint;
    case 405:
      return noEndpoint;
    case 500:
      return 'Check the host name in baseUrl: the cloud answers like this for a portal that it does not know. If it is right, try again later.';
    default:
      return undefined;
  }
}

/** What a 403 of the five operations means. */
function forbiddenHint(reply: Reply): string {
  if (reply.text) return 'Give the apiKey of an administrator, or of the user who created the client.';
  if (reply.dialect === 'guide') {
    return "A live portal wants a token, not the key: set dialect to 'portal' or 'auto'.";
  }
  switch (emptyForbiddenOf(reply)) {
    case 'not served':
      return 'The portal does not serve this path or media type, or a proxy has removed the token: check baseUrl, its proxies and the version of the portal.';
    case 'not reached':
      return 'A filter of the portal refuses this path, or its Redis is down: check the id, otherwise try again later.';
    default:
      return "Check baseUrl: only the portal's own address accepts its token.";
  }
}

function redirectHint({ headers, url }: Reply): string {
  const to = headers.get('location') ?? '';
  return url.startsWith('http:') && /^https:/i.test(to)
    ? 'Use https: in baseUrl: redirects are not followed, and over http: the credential has travelled unencrypted.'
    : 'Check baseUrl: redirects are not followed.';
}

/** What the caller can do about a response without a 2xx status, in words. */
export function hintFor(operationId: RequestId, reply: Reply, hasKey: boolean): string {
  const { status } = reply;
  if (status < 400) return redirectHint(reply);
  if (status >= 401 && status <= 403) {
    if (isHtml(reply)) return inFront;
    if (status === 402) return 'The portal is unpaid: ask its owner.';
    if (!hasKey) return 'Give an apiKey.';
    if (status === 401) return wrongKey;
  }
  const hint = operationId === 'generateJwtToken' ? exchangeHint(reply) : undefined;
  if (hint) return hint;
  if (status === 403) return forbiddenHint(reply);
  if (status === 404)
    return operationId.startsWith('getClients') ? 'Check baseUrl and dialect.' : notFoundHint(reply);
  if (status === 429) return rateLimitHint;
  if (status >= 500) return 'Try again later.';
  return reply.text ? 'See problem.' : 'Check baseUrl and the version of the portal.';
}

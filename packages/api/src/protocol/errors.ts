import type { DocSpaceErrorCode, DocSpaceProblem } from '../error.ts';
import type { Reply } from '../reply.ts';
import { hintFor } from './hints.ts';
import { isPortalProblem, mediaTypeOf } from './media-type.ts';
import type { RequestId } from './operations.ts';
import { parseUrl } from '../parse-url.ts';
import { problemOf } from './problem.ts';

/** What must be known of the server to explain an error response. */
export interface ServerFacts {
  readonly baseUrl: string;
  /** The host of `baseUrl`, as messages name the server. */
  readonly host: string;
  readonly apiKey: string | undefined;
  /** Replaces the API key and the tokens in a text. */
  readonly redact: (text: string) => string;
}

const codes: Record<number, DocSpaceErrorCode> = {
  401: 'unauthorized',
  402: 'portal_unavailable',
  403: 'forbidden',
  404: 'not_found',
  429: 'rate_limited',
};

/** A 404 of the token endpoint never means that a client does not exist. */
function exchangeCodeOf(reply: Reply): DocSpaceErrorCode | undefined {
  if (reply.status === 403 && isPortalProblem(reply)) return 'portal_unavailable';
  if (reply.status === 404) return isPortalProblem(reply) ? 'portal_unavailable' : 'bad_request';
  return undefined;
}

function codeOf(operationId: RequestId, reply: Reply): DocSpaceErrorCode {
  const special = operationId === 'generateJwtToken' ? exchangeCodeOf(reply) : undefined;
  const { status } = reply;
  const other = status >= 500 ? 'server_error' : status >= 400 ? 'bad_request' : 'unexpected_response';
  return special ?? codes[status] ?? other;
}

/** Where a redirect leads, as far as it can be known. */
function redirectDetail(
  status: number,
  location: string | null,
  { baseUrl, redact }: ServerFacts,
): string | undefined {
  if (status === 0) return 'a browser does not tell where it leads';
  const target = status < 400 && location ? parseUrl(location, baseUrl) : undefined;
  return target && `a redirect to ${redact(target.origin)}`;
}

/** What a response without a 2xx status means: a code, a hint, and what the server says about it. */
export function explain(
  operationId: RequestId,
  reply: Reply,
  body: unknown,
  server: ServerFacts,
): { code: DocSpaceErrorCode; detail: string; hint: string; problem: DocSpaceProblem | undefined } {
  const { status, headers } = reply;
  const sentence = mediaTypeOf(headers) === 'text/plain' ? reply.text : undefined;
  const problem = problemOf(body ?? { detail: sentence }, server.redact);
  const detail =
    redirectDetail(status, headers.get('location'), server) ??
    [problem?.title, problem?.detail].filter(Boolean).join(': ');
  return {
    code: codeOf(operationId, reply),
    detail: detail && ` (${detail})`,
    problem,
    hint: hintFor(operationId, reply, server.apiKey !== undefined),
  };
}

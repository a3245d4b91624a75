import type { DocSpaceErrorCode, DocSpaceProblem } from '../error.ts';
import type { Reply } from '../reply.ts';
import { idHint } from './client-id.ts';
import type { RequestId } from './operations.ts';
import { parseUrl } from '../parse-url.ts';
import { problemOf } from './problem.ts';

/** What must be known of the DocSpace client to explain an error response. */
export interface ServerFacts {
  readonly baseUrl: string;
  /** The host of `baseUrl`, as messages name the server. */
  readonly host: string;
  /** Whether an API key was given. */
  readonly hasKey: boolean;
  /** Replaces the API key and the tokens in a text. */
  readonly redact: (text: string) => string;
}

const codes: Record<number, DocSpaceErrorCode> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  429: 'rate_limited',
};

function codeOf(status: number): DocSpaceErrorCode {
  return (
    codes[status] ?? (status >= 500 ? 'server_error' : status >= 400 ? 'bad_request' : 'unexpected_response')
  );
}

/** What the caller can do about it, in words. */
function hintFor(operationId: RequestId, { status, text, dialect }: Reply, hasKey: boolean): string {
  if (status < 400) return 'Check baseUrl: redirects are not followed.';
  if (status === 401 || status === 403) {
    if (!hasKey) return 'Give an apiKey.';
    if (status === 401) return 'Check apiKey: it may be mistyped, expired or deleted.';
    if (operationId === 'generateJwtToken') return 'Give an apiKey that holds *, *:read or *:write.';
    if (text) return 'Give the apiKey of an administrator, or of the user who created the client.';
    return dialect === 'guide'
      ? "A live portal wants a token, not the key: set dialect to 'portal' or 'auto'."
      : "Check baseUrl: only the portal's own address accepts its token.";
  }
  if (status === 404) return operationId.startsWith('getClients') ? 'Check baseUrl and dialect.' : idHint;
  if (status === 429) return 'Wait for retryAfterMs, and send fewer requests at once.';
  return status < 500 ? 'See problem.' : 'Try again later.';
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
  const problem = problemOf(body, server.redact);
  const detail =
    redirectDetail(status, headers.get('location'), server) ??
    [problem?.title, problem?.detail].filter(Boolean).join(': ');
  return {
    code: codeOf(status),
    detail: detail && ` (${detail})`,
    problem,
    hint: hintFor(operationId, reply, server.hasKey),
  };
}

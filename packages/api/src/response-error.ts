import type { DocSpaceErrorCode, DocSpaceProblem } from './error.ts';
import { cut, DocSpaceError } from './error.ts';
import type { Config } from './options.ts';
import type { Redactor } from './transport/redact.ts';
import type { Dialect } from './routes.ts';
import { exchangeOf } from './transport/send.ts';

function codeOf(status: number): DocSpaceErrorCode {
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not_found';
  if (status === 429) return 'rate_limited';
  if (status >= 500) return 'server_error';
  return status >= 400 ? 'bad_request' : 'unexpected_response';
}

type Fields = Record<string, unknown>;

/** The readable parts of a failure's body: problem details, the older `{reason}`, or the common envelope's `error`. */
function problemOf(body: unknown, redactor: Redactor): DocSpaceProblem | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const fields = body as Fields;
  const text = (value: unknown): string | undefined =>
    typeof value === 'string' && value !== '' ? cut(redactor.redact(value)) : undefined;
  const present = <T extends object>(object: T): T =>
    Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
  const inner = Object(fields['error']) as Fields;
  const errors = Array.isArray(fields['errors']) ? (fields['errors'] as unknown[]) : undefined;
  const problem = present({
    type: text(fields['type']),
    title: text(fields['title']),
    status: typeof fields['status'] === 'number' && fields['status'] >= 100 ? fields['status'] : undefined,
    detail: text(fields['detail']) ?? text(fields['reason']) ?? text(inner['message']),
    instance: text(fields['instance']),
    errors: errors?.slice(0, 20).map((entry) => {
      const { field, code, message } = Object(entry) as Fields;
      return present({ field: text(field), code: text(code), message: text(message) });
    }),
  });
  return Object.keys(problem).length > 0 ? (problem as DocSpaceProblem) : undefined;
}

/** What to do about it, in words. */
function hintFor(
  code: DocSpaceErrorCode,
  asked: { operationId: string; dialect: Dialect | undefined; apiKey: string | undefined; empty: boolean },
): string | undefined {
  const { operationId, dialect, apiKey, empty } = asked;
  switch (code) {
    case 'unauthorized':
      return apiKey ? 'Check apiKey: it may be mistyped, expired or deleted.' : 'Give an apiKey.';
    case 'forbidden':
      if (operationId === 'generateJwtToken') {
        return 'Use an API key without restrictions, or one that holds *, *:read or *:write.';
      }
      if (!apiKey) return 'Give an apiKey.';
      if (!empty) return 'Ask with the key of an administrator, or of the user who created the client.';
      return dialect === 'guide'
        ? "A live portal refuses an API key here: set dialect to 'portal' or 'auto', and the key is exchanged for a token."
        : "The portal refuses the token that it issued: check that baseUrl is the portal's own address.";
    case 'not_found':
      return operationId.startsWith('getClients')
        ? 'Check baseUrl and dialect.'
        : 'Take client_id of an item of getClients().';
    case 'rate_limited':
      return 'Wait for retryAfterMs if it is there, and send fewer requests at once.';
    case 'server_error':
      return 'Try again later.';
    case 'bad_request':
      return 'Read problem, if it is there, for the field that the server refuses.';
    default:
      return 'Check baseUrl: a redirect is never followed, because the credential would travel with it.';
  }
}

/** The error that an answer without 2xx is. */
export function responseError(
  operationId: string,
  response: Response,
  body: unknown,
  asked: { config: Config; dialect: Dialect | undefined; redactor: Redactor },
): DocSpaceError {
  const { config, dialect, redactor } = asked;
  const { status, headers } = response;
  const code = codeOf(status);
  const problem = problemOf(body, redactor);
  const location = headers.get('location') ?? '';
  const target = URL.canParse(location, config.baseUrl)
    ? new URL(location, config.baseUrl).origin
    : undefined;
  const said =
    code === 'unexpected_response' && target
      ? `a redirect to ${redactor.redact(target)}`
      : [problem?.title, problem?.detail].filter(Boolean).join(': ');
  return new DocSpaceError(
    `${config.host} answered ${status} to ${operationId}${said ? ` (${said})` : ''}.`,
    {
      ...exchangeOf(response),
      code,
      status,
      operationId,
      problem,
      hint: hintFor(code, {
        operationId,
        dialect,
        apiKey: config.apiKey,
        empty: body === undefined || body === '',
      }),
    },
  );
}

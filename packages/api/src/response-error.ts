import { idHint } from './client-id.ts';
import type { DocSpaceErrorCode, DocSpaceProblem } from './error.ts';
import { cut } from './error.ts';
import type { Config } from './options.ts';
import type { Answer } from './transport/send.ts';
import type { Dialect } from './routes.ts';

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

type Fields = Record<string, unknown>;
type Texts<Name extends string> = { [K in Name]?: string };

/** The readable parts of a failure's body: problem details, the older `{reason}`, or the common envelope's `error`. */
function problemOf(body: unknown, redact: (text: string) => string): DocSpaceProblem | undefined {
  const texts = <Name extends string>(from: unknown, names: Name[]): Texts<Name> => {
    const found = names.flatMap((name) => {
      const text = (Object(from) as Fields)[name];
      return text && typeof text === 'string' ? [[name, cut(redact(text))]] : [];
    });
    return Object.fromEntries(found) as Texts<Name>;
  };
  const { status, errors, error } = Object(body) as Fields;
  const { reason, ...told } = texts(body, ['type', 'title', 'detail', 'reason', 'instance']);
  const detail = told.detail ?? reason ?? texts(error, ['message']).message;
  const problem: DocSpaceProblem = {
    ...told,
    ...(detail && { detail }),
    ...(typeof status === 'number' && status >= 100 && { status }),
    ...(Array.isArray(errors) && {
      errors: errors.slice(0, 20).map((entry) => texts(entry, ['field', 'code', 'message'])),
    }),
  };
  return Object.keys(problem).length > 0 ? problem : undefined;
}

/** What to do about it, in words. */
function hintFor(
  operationId: string,
  dialect: Dialect | undefined,
  status: number,
  text: string,
  apiKey: string | undefined,
): string {
  if (status < 400) return 'Check baseUrl: redirects are not followed.';
  if (status === 401 || status === 403) {
    if (!apiKey) return 'Give an apiKey.';
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

/** What an answer without 2xx says. */
export function explain(
  operationId: string,
  dialect: Dialect | undefined,
  { response: { status, headers }, text }: Answer,
  body: unknown,
  { baseUrl, apiKey, redactor: { redact } }: Config,
): { code: DocSpaceErrorCode; said: string; hint: string; problem: DocSpaceProblem | undefined } {
  const problem = problemOf(body, redact);
  const location = headers.get('location') ?? '';
  const said =
    status < 400 && URL.canParse(location, baseUrl)
      ? `a redirect to ${redact(new URL(location, baseUrl).origin)}`
      : [problem?.title, problem?.detail].filter(Boolean).join(': ');
  return {
    code: codeOf(status),
    said: said && ` (${said})`,
    problem,
    hint: hintFor(operationId, dialect, status, text, apiKey),
  };
}

import type { DocSpaceErrorDetails } from './error.ts';
import { DocSpaceError } from './error.ts';
import type { Config } from './options.ts';
import { explain } from './response-error.ts';
import type { Dialect } from './routes.ts';
import { ShapeError } from './shape.ts';
import type { Answer } from './transport/send.ts';

/** The JSON; undefined if it is none. The parser's own message is dropped: it quotes the body, which may hold a secret. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Turns an answer into data of the contract's shape, or throws the DocSpaceError that says why not. */
export function read<T>(
  operationId: string,
  dialect: Dialect | undefined,
  answer: Answer,
  shape: (body: unknown) => T,
  config: Config,
): T {
  const { response, text, attempts, retryAfterMs } = answer;
  const { redactor, validate } = config;
  const { ok, status } = response;
  const body = parse(text);
  const fail = (said: string, facts?: Partial<DocSpaceErrorDetails>): DocSpaceError =>
    new DocSpaceError(`${config.host} answered ${status} to ${operationId}${said}.`, {
      code: 'unexpected_response',
      hint: 'Check baseUrl and the version of the portal.',
      status,
      operationId,
      attempts,
      retryAfterMs,
      ...facts,
    });
  if (!ok) {
    const { said, ...facts } = explain(operationId, dialect, answer, body, config);
    throw fail(said, facts);
  }
  const type = response.headers.get('content-type') ?? '+json';
  if (!/[/+]json\b/i.test(type)) {
    throw fail(`, but as ${redactor.redact(type.slice(0, 80))}, not as JSON`);
  }
  if (body === undefined) throw fail(text ? ', but the body is not valid JSON' : ', but without a body');
  try {
    const violation = dialect && validate?.(operationId, dialect, body);
    if (violation) throw new ShapeError(violation.pointer, violation.message);
    return shape(body);
  } catch (thrown) {
    // A ShapeError, or whatever a caller's own validator throws.
    const { pointer, message } = Object(thrown) as Partial<ShapeError>;
    const why = redactor.redact(String(message));
    throw fail(`, but the body breaks the contract at ${pointer || 'its top'}: ${why}`, { pointer });
  }
}

import type { DocSpaceErrorDetails } from '../error.ts';
import { DocSpaceError } from '../error.ts';
import { isPromise, observe } from '../observe.ts';
import type { Reply } from '../reply.ts';
import type { ResponseValidator } from '../validation.ts';
import { ShapeError } from './decode.ts';
import type { ServerFacts } from './errors.ts';
import { explain } from './errors.ts';
import { parseJson } from './json.ts';
import type { RequestId } from './operations.ts';

/** Turns a response into data of the contract's shape, or throws the DocSpaceError that says why it cannot. */
export function readResponse<T>(
  operationId: RequestId,
  reply: Reply,
  decode: (body: unknown) => T,
  server: ServerFacts & { readonly validate: ResponseValidator | undefined },
): T {
  const { status, text, dialect, attempts, retryAfterMs } = reply;
  const body = parseJson(text);
  const fail = (detail: string, facts?: Partial<DocSpaceErrorDetails>): DocSpaceError =>
    new DocSpaceError(`${server.host} answered ${status || 'with a redirect'} to ${operationId}${detail}.`, {
      code: 'unexpected_response',
      hint: 'Check baseUrl and the version of the portal.',
      status,
      operationId,
      attempts,
      retryAfterMs,
      ...facts,
    });
  if (status < 200 || status > 299) {
    const { detail, ...facts } = explain(operationId, reply, body, server);
    throw fail(detail, facts);
  }
  const type = reply.headers.get('content-type') ?? '+json';
  if (!/[/+]json\b/i.test(type)) {
    throw fail(`, but as ${server.redact(type).slice(0, 80)}, not as JSON`);
  }
  if (body === undefined) throw fail(text ? ', but the body is not valid JSON' : ', but without a body');
  try {
    const violation = dialect && server.validate?.(operationId, dialect, body);
    if (isPromise(violation)) {
      observe(() => violation);
      throw new Error('it returned a promise instead of its result');
    }
    if (violation) throw new ShapeError(violation.pointer, violation.message);
    return decode(body);
  } catch (thrown) {
    if (!(thrown instanceof ShapeError))
      throw fail(`, but validate failed: ${server.redact(messageOf(thrown))}`);
    const pointer = server.redact(thrown.pointer);
    const why = server.redact(thrown.message);
    throw fail(`, but the body breaks the contract at ${pointer || 'its top'}: ${why}`, { pointer });
  }
}

/** The message of whatever a validator of the caller threw. */
function messageOf(thrown: unknown): string {
  try {
    return String((Object(thrown) as { message?: unknown }).message ?? thrown);
  } catch {
    return 'it threw something without a message';
  }
}

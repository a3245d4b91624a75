import { DocSpaceError } from './error.ts';
import type { Config } from './options.ts';
import type { Redactor } from './transport/redact.ts';
import { responseError } from './response-error.ts';
import type { Dialect } from './routes.ts';
import { exchangeOf } from './transport/send.ts';
import { ShapeError } from './shape.ts';

/** What openapi-fetch resolves to with `parseAs: 'text'`. */
export interface TextResult {
  data?: unknown;
  error?: unknown;
  response: Response;
}

/** Turns an answer into data of the contract's shape, or throws the DocSpaceError that says why not. */
export type Read = <T>(
  operationId: string,
  dialect: Dialect | undefined,
  result: TextResult,
  shape: (body: unknown) => T,
) => T;

export function createRead(config: Config, redactor: Redactor): Read {
  const { host } = config;

  return (operationId, dialect, { data, error, response }, shape) => {
    if (!response.ok) throw responseError(operationId, response, error, { config, dialect, redactor });

    const unexpected = (what: string, hint: string, pointer?: string): DocSpaceError =>
      new DocSpaceError(`${host} answered ${response.status} to ${operationId}, but ${what}.`, {
        ...exchangeOf(response),
        code: 'unexpected_response',
        status: response.status,
        operationId,
        pointer,
        hint,
      });
    const type = response.headers.get('content-type') ?? 'application/json';
    const other = 'Check that baseUrl is the address of a DocSpace portal.';
    if (!/[/+]json\b/i.test(type))
      throw unexpected(`as ${redactor.redact(type.slice(0, 80))}, not as JSON`, other);
    let body: unknown;
    try {
      body = JSON.parse(typeof data === 'string' ? data : '');
    } catch {
      // The parser's own message quotes the body, which may hold a secret.
      throw unexpected(data ? 'the body is not valid JSON' : 'without a body', other);
    }
    const violation = dialect && config.validate?.(operationId, dialect, body);
    if (violation) {
      const { pointer, message } = violation;
      throw unexpected(
        `the body breaks the contract at ${pointer || 'its top'}: ${message}`,
        'The portal may be of another version; validate with report() lets the data through.',
        pointer,
      );
    }
    try {
      return shape(body);
    } catch (thrown) {
      if (!(thrown instanceof ShapeError)) throw thrown;
      throw unexpected(`the body is not of the contract's shape: ${thrown.message}`, other, thrown.pointer);
    }
  };
}

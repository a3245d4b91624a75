import type { DocSpaceProblem } from '../error.ts';
import { cut } from '../error.ts';

type Fields = Record<string, unknown>;
type Texts<Name extends string> = { [K in Name]?: string };

/** The non-empty texts among some fields, secrets redacted, at most 500 characters each. */
function textsOf<Name extends string>(
  from: unknown,
  names: Name[],
  redact: (text: string) => string,
): Texts<Name> {
  const found = names.flatMap((name) => {
    const text = (Object(from) as Fields)[name];
    return text && typeof text === 'string' ? [[name, cut(redact(text))]] : [];
  });
  return Object.fromEntries(found) as Texts<Name>;
}

/** The readable parts of an error body: problem details, the older `{reason}`, or the `error` of the common envelope. */
export function problemOf(body: unknown, redact: (text: string) => string): DocSpaceProblem | undefined {
  const { status, errors, error } = Object(body) as Fields;
  const { reason, ...texts } = textsOf(body, ['type', 'title', 'detail', 'reason', 'instance'], redact);
  const detail = texts.detail ?? reason ?? textsOf(error, ['message'], redact).message;
  const problem: DocSpaceProblem = {
    ...texts,
    ...(detail && { detail }),
    ...(typeof status === 'number' && status >= 100 && { status }),
    ...(Array.isArray(errors) && {
      errors: errors.slice(0, 20).map((entry) => textsOf(entry, ['field', 'code', 'message'], redact)),
    }),
  };
  return Object.keys(problem).length > 0 ? problem : undefined;
}

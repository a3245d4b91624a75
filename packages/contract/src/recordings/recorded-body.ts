export interface RecordedBody {
  readonly json: Readonly<Record<string, unknown>> | undefined;
  /** The longest body was cut when it was recorded: it ends with its last whole client. */
  readonly cut: boolean;
}

/** The body of a recording, as JSON where it is. */
export function bodyOf(body: string): RecordedBody {
  if (!body.startsWith('{')) return { json: undefined, cut: false };
  const parse = (text: string): RecordedBody['json'] => JSON.parse(text) as RecordedBody['json'];
  if (body.endsWith('}')) return { json: parse(body), cut: false };
  const end = body.lastIndexOf('},{"name"');
  return { json: parse(`${body.slice(0, end)}}]}`), cut: true };
}

/**
 * The text of a JSON body with its fields in their order, for a comparison: of secrets only their length, of error texts
 * nothing. Of another body only how it begins.
 */
export function comparable(body: string, recorded: string): string {
  if (!body.startsWith('{')) return body.slice(0, '<!doctype html>'.length).toLowerCase();
  const { cut, json: expected } = bodyOf(recorded);
  const { json } = bodyOf(body);
  const length = (expected?.['data'] as readonly unknown[] | undefined)?.length;
  const shown = cut ? { data: (json?.['data'] as readonly unknown[] | undefined)?.slice(0, length) } : json;
  return JSON.stringify(shown, (name, value: unknown) => {
    if (name === 'client_secret') return String(value).length;
    return name === 'detail' || name === 'message' ? '…' : value;
  });
}

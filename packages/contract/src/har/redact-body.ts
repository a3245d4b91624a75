const mask = '[redacted]';

/** A token of a portal, wherever it stands. */
const jwt = /\beyJ[\w-]+\.[\w-]+\.[\w-]*/gu;

/** A field that is called a secret, in JSON that was cut off and cannot be parsed. */
const secretField = /("[^"\\]*secret[^"\\]*"\s*:\s*)"(?:[^"\\]|\\.)*"?/giu;

/** The text of a body without what is secret by its name or its form. */
export function redactBody(text: string, isToken: boolean): string {
  try {
    const body: unknown = JSON.parse(text);
    return JSON.stringify(redactValue(body, isToken)).replaceAll(jwt, mask);
  } catch {
    return text.replaceAll(secretField, `$1"${mask}"`).replaceAll(jwt, mask);
  }
}

function redactValue(value: unknown, isToken: boolean): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => redactValue(item, isToken));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]: [string, unknown]) => {
      const secret = /secret/iu.test(name) || (isToken && name === 'response' && typeof field === 'string');
      return [name, secret && field !== null ? mask : redactValue(field, isToken)];
    }),
  );
}

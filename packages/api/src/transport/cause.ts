/** A field of an error that is a text. A getter of it may throw. */
export function textOf(error: unknown, field: string): string | undefined {
  const value = fieldOf(error, field);
  return typeof value === 'string' && value ? value : undefined;
}

function fieldOf(value: unknown, field: string): unknown {
  try {
    return (Object(value) as Record<string, unknown>)[field];
  } catch {
    return undefined;
  }
}

/** The innermost error. Errors of another realm are no instances of Error, and an error may be among its own causes. */
function innermost(thrown: unknown): unknown {
  const seen = new Set<unknown>();
  let inner = thrown;
  // Bounded: a getter may make a new cause each time.
  while (seen.size < 20) {
    seen.add(inner);
    const cause = fieldOf(inner, 'cause');
    if (typeof cause !== 'object' || cause === null || seen.has(cause) || !textOf(cause, 'name')) break;
    inner = cause;
  }
  return inner;
}

/**
 * A plain copy of what fetch threw: the name, message and code of the innermost error. Anything more might hold the
 * headers of a request.
 */
export function plainCause(thrown: unknown, redact: (text: string) => string): Error {
  const inner = innermost(thrown);
  const own = typeof inner === 'string' && inner ? inner : undefined;
  const code = textOf(inner, 'code');
  const cause = new Error(redact(own ?? textOf(inner, 'message') ?? code ?? 'fetch failed'));
  const name = textOf(inner, 'name');
  if (name) cause.name = redact(name);
  return code ? Object.assign(cause, { code: redact(code) }) : cause;
}

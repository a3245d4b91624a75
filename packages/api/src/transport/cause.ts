/**
 * A plain copy of what fetch threw: the name, message and code of the innermost error. Anything more might hold the
 * headers of a request.
 */
export function plainCause(thrown: unknown, redact: (text: string) => string): Error {
  let inner = thrown;
  // Bounded: an error may be its own cause.
  for (let depth = 0; depth < 20 && inner instanceof Error && inner.cause instanceof Error; depth++) {
    inner = inner.cause;
  }
  const { name, message, code } = Object(inner) as { name?: unknown; message?: unknown; code?: unknown };
  const text = [message, code].find((value) => value && typeof value === 'string') ?? 'fetch failed';
  const cause = new Error(redact(text as string));
  if (typeof name === 'string') cause.name = name;
  return typeof code === 'string' ? Object.assign(cause, { code }) : cause;
}

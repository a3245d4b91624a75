/** The body has more bytes than the caller allows. */
export class BodyTooLarge extends Error {}

/** Reads a body as UTF-8 text. Counts the bytes that arrive: Content-Length is the compressed length, if it is sent at all. */
export async function readBody({ body }: Pick<Response, 'body'>, maxBytes: number): Promise<string> {
  if (!body) return '';
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel();
      throw new BodyTooLarge();
    }
    chunks.push(value);
  }
  // Decoded in one go: chunk by chunk costs more than everything else that is done with a body.
  return new TextDecoder().decode(chunks.length === 1 ? chunks[0] : joined(chunks, bytes));
}

function joined(chunks: Uint8Array[], bytes: number): Uint8Array {
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

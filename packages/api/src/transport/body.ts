/** A body of more bytes than the caller allows. */
export class BodyTooLarge extends Error {}

/** Shared: without a stream to carry on it keeps nothing from one text to the next. */
const utf8 = new TextDecoder();

/** Reads a body as UTF-8 text, counting the bytes that really come: Content-Length counts them compressed, if at all. */
export async function readBody({ body }: Response, maxBytes: number): Promise<string> {
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
  // Decoded at once: chunk by chunk costs more than all else that is done with a body.
  return utf8.decode(chunks.length === 1 ? chunks[0] : joined(chunks, bytes));
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

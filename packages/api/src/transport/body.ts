import type { ByteReader, FetchLikeResponse } from './fetch.ts';
import { UnusableFetch } from './fetch.ts';

/** The body has more bytes than the caller allows. */
export class BodyTooLarge extends Error {}

/** Reads a body as UTF-8 text. Counts the bytes that arrive: Content-Length is the compressed length, if it is sent at all. */
export function readBody(response: FetchLikeResponse, maxBytes: number): Promise<string> {
  const reader = readerOf(response);
  return reader ? readAll(reader, maxBytes) : readWhole(response, maxBytes);
}

/** A reader of the body, if it is a stream, of the web or of Node. */
function readerOf(response: FetchLikeResponse): ByteReader | undefined {
  const { body } = response;
  if (typeof body !== 'object' || body === null) return undefined;
  // A page of jsdom cannot decode bytes, so the response has to.
  if (typeof TextDecoder === 'undefined' && typeof response.text === 'function') return undefined;
  if ('getReader' in body && typeof body.getReader === 'function') return body.getReader();
  if (!(Symbol.asyncIterator in body)) return undefined;
  const chunks = body[Symbol.asyncIterator]();
  return {
    read: () => chunks.next() as ReturnType<ByteReader['read']>,
    // Ends the stream: without it, the rest would still arrive.
    cancel: async () => chunks.return?.(),
  };
}

async function readAll(reader: ByteReader, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value = '' } = await reader.read();
    if (done) break;
    const chunk = typeof value === 'string' ? new TextEncoder().encode(value) : value;
    bytes += chunk.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel();
      throw new BodyTooLarge();
    }
    chunks.push(chunk);
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

/** The body of a response that has no stream, such as a test double. */
async function readWhole(response: FetchLikeResponse, maxBytes: number): Promise<string> {
  let text = '';
  // Called as methods: a Response needs its `this`.
  if (typeof response.text === 'function') text = await response.text();
  else if (typeof response.json === 'function') text = JSON.stringify(await response.json()) ?? '';
  else if (response.body !== null)
    throw new UnusableFetch(
      'The response of the fetch has no body that can be read, no text() and no json().',
    );
  if (text.length > maxBytes) throw new BodyTooLarge();
  return text;
}

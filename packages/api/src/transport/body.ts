/** A body of more bytes than the caller allows. */
export class BodyTooLarge extends Error {}

/** Reads a body as UTF-8 text, counting the bytes that really come wherever Content-Length does not bound them. */
export async function readBody(response: Response, maxBytes: number): Promise<string> {
  const { body, headers, type } = response;
  if (!body) return '';
  const declared = headers.get('content-length');
  // Held to its length by the HTTP parser, unless decompressed; a browser may hide that of another origin's answer.
  if (declared && Number(declared) <= maxBytes && !headers.has('content-encoding') && type !== 'cors') {
    return response.text();
  }
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let bytes = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel();
      throw new BodyTooLarge();
    }
    text += decoder.decode(value, { stream: true });
  }
}

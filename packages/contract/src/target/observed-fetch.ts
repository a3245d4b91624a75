import type { FetchLike, FetchLikeResponse } from '@docspace-oauth/api';
import type { Observer } from './exchange.ts';

/** As much as a portal sends for a page of fifty clients with the largest logos, three times over. */
const maxBodyBytes = 64 * 1024 * 1024;

/** A fetch that reads the body at once and tells what was sent and received. */
export function observedFetch(fetch: FetchLike, observe: Observer): FetchLike {
  return async (url, init) => {
    const startedAt = new Date();
    const from = performance.now();
    const response = await fetch(url, init);
    const text = await textOf(response);
    const headers = headersOf(response);
    observe({
      url,
      method: 'GET',
      requestHeaders: init.headers,
      status: response.status,
      statusText: response.statusText ?? '',
      headers,
      text,
      startedAt,
      durationMs: performance.now() - from,
    });
    const { status, statusText, type } = response;
    return {
      status,
      statusText,
      type,
      url: response.url,
      headers: new Map(headers) as unknown as Readonly<Record<string, string>>,
      text: async () => text,
    };
  };
}

function headersOf({ headers }: FetchLikeResponse): [string, string][] {
  if (!headers) return [];
  const entries =
    'entries' in headers && typeof headers.entries === 'function'
      ? headers.entries()
      : Object.entries(headers as Record<string, string>);
  return [...entries].map(([name, value]) => [name.toLowerCase(), value]);
}

async function textOf(response: FetchLikeResponse): Promise<string> {
  const { body } = response;
  if (!body || !('getReader' in body)) return (await response.text?.()) ?? '';
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value = '' } = await reader.read();
    if (done) break;
    const chunk = typeof value === 'string' ? Buffer.from(value) : value;
    bytes += chunk.byteLength;
    if (bytes > maxBodyBytes) {
      await reader.cancel();
      throw new Error('The body has more than 64 MB.');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

import { Buffer } from 'node:buffer';
import type { Readable } from 'node:stream';
import type { NodeFetchResponse } from './response.ts';

/** How many bytes wait for the caller before the stream is paused. */
const mostWaiting = 65_536;

/**
 * The body of a response, with the part of a ReadableStream that is read. A real ReadableStream, or the iterator of a Node
 * stream, costs as much as the request itself.
 */
export function bodyOf(stream: Readable): Pick<NodeFetchResponse, 'body' | 'text'> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  let ended = false;
  let failure: Error | undefined;
  let wake = (): void => {};
  stream.on('data', (chunk: Uint8Array) => {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    if (bytes > mostWaiting) stream.pause();
    wake();
  });
  stream.on('end', () => {
    ended = true;
    wake();
  });
  // From the start: an error that comes before the first read must not be an uncaught one.
  stream.on('error', (error) => {
    failure = error;
    wake();
  });
  stream.on('close', () => {
    if (!ended) failure ??= new Error('The body was cancelled.');
    wake();
  });

  const reader = {
    async read(): Promise<{ done: boolean; value?: Uint8Array }> {
      for (;;) {
        if (failure) throw failure;
        const value = chunks.shift();
        if (value) {
          bytes -= value.byteLength;
          return { done: false, value };
        }
        if (ended) return { done: true };
        if (stream.isPaused()) stream.resume();
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    cancel: async (): Promise<void> => void stream.destroy(),
  };
  return {
    body: { getReader: () => reader },
    async text() {
      const all: Uint8Array[] = [];
      for (let read = await reader.read(); read.value; read = await reader.read()) all.push(read.value);
      return Buffer.concat(all).toString();
    },
  };
}

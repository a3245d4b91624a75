import { HttpResponse } from 'msw';

import type { SimulatorResponse } from '../simulator/response.ts';

/** A response for fetch, with the faults that a body can have. */
export function fetchResponse({ status, headers, body, fault }: SimulatorResponse, method: string): Response {
  const init = { status, headers: headers.map(([name, value]): [string, string] => [name, value]) };
  // A server leaves the body of an answer to HEAD out.
  if (body === undefined || method === 'HEAD') return new HttpResponse(null, init);
  const half = body.slice(0, Math.ceil(body.length / 2));
  if (fault === 'truncate') return new HttpResponse(half, init);
  return new HttpResponse(fault === 'stall' ? endless(half) : body, init);
}

/** A body whose rest never comes. */
function endless(text: string): ReadableStream<Uint8Array> {
  return new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode(text)) });
}

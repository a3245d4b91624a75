import type { ServerResponse } from 'node:http';

import type { Answer, Fault, Json } from '../store/index.ts';

/** Long bodies are lists that are asked for again and again; short ones are written faster than they are found. */
const LONG = 16 * 1024;
const written = new WeakMap<object, Buffer>();
const NOTHING = Buffer.alloc(0);

function bytesOf({ body, headers }: Answer): Buffer {
  if (body === undefined) return NOTHING;
  if (!/\bjson\b/u.test(String(headers['content-type']))) {
    return typeof body === 'string' ? Buffer.from(body) : NOTHING;
  }
  if (typeof body !== 'object' || body === null) return Buffer.from(JSON.stringify(body));
  const known = written.get(body);
  if (known !== undefined) return known;
  const bytes = Buffer.from(JSON.stringify(body satisfies Json));
  if (bytes.length > LONG) written.set(body, bytes);
  return bytes;
}

/** Sends an answer, or what a fault makes of it; gives the status that the caller gets to see. */
export function send(
  response: ServerResponse,
  answer: Answer,
  extra: Readonly<Record<string, string>>,
  fault: Fault['kind'] | undefined,
): number | undefined {
  if (fault === 'reset') {
    response.socket?.resetAndDestroy();
    return undefined;
  }
  const bytes = bytesOf(answer);
  for (const [name, value] of Object.entries(extra)) response.setHeader(name, value);
  for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
  response.statusCode = answer.status;
  const half = bytes.subarray(0, Math.ceil(bytes.length / 2));
  if (fault === 'stall') {
    // The rest is promised and never comes.
    response.setHeader('Content-Length', bytes.length + 1);
    response.write(half.length === 0 ? ' ' : half);
  } else {
    const sent = fault === 'truncate' ? half : bytes;
    response.setHeader('Content-Length', sent.length);
    response.end(sent);
  }
  return answer.status;
}

/** What a web server shows when the service behind it is gone. */
export function htmlPage(status: number): Answer {
  const title = `${status} ${status === 504 ? 'Gateway Timeout' : status === 503 ? 'Service Temporarily Unavailable' : 'Bad Gateway'}`;
  return {
    status,
    headers: { 'content-type': 'text/html' },
    body: `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`,
  };
}

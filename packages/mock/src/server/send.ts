import type { ServerResponse } from 'node:http';

import type { Answer, Fault, Json } from '../store/index.ts';

/** Long bodies are lists that are asked for again and again; short ones are written faster than they are found. */
const LONG = 16 * 1024;
const texts = new WeakMap<object, string>();

export function bodyText({ body, headers }: Answer): string | undefined {
  if (body === undefined) return undefined;
  if (!/\bjson\b/u.test(String(headers['content-type']))) return typeof body === 'string' ? body : undefined;
  if (typeof body !== 'object' || body === null) return JSON.stringify(body);
  const known = texts.get(body);
  if (known !== undefined) return known;
  const text = JSON.stringify(body satisfies Json);
  if (text.length > LONG) texts.set(body, text);
  return text;
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
  const text = bodyText(answer) ?? '';
  for (const [name, value] of Object.entries(extra)) response.setHeader(name, value);
  for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
  response.statusCode = answer.status;
  const half = text.slice(0, Math.ceil(text.length / 2));
  if (fault === 'stall') {
    // The rest is promised and never comes.
    response.setHeader('Content-Length', Buffer.byteLength(text) + 1);
    response.write(half === '' ? ' ' : half);
  } else {
    response.setHeader('Content-Length', Buffer.byteLength(fault === 'truncate' ? half : text));
    response.end(fault === 'truncate' ? half : text);
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

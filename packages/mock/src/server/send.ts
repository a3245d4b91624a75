import type { ServerResponse } from 'node:http';

import type { HeaderList, SimulatorResponse } from '../simulator/response.ts';

/** Characters from which on a body is worth remembering. */
const LONG = 16 * 1024;
let last = { text: '', bytes: Buffer.alloc(0) };

/** The bytes of a body. Those of the last long one are kept: many callers at once may read one list of thousands. */
function bytesOf(text: string): Buffer {
  if (text.length < LONG) return Buffer.from(text);
  if (text !== last.text) last = { text, bytes: Buffer.from(text) };
  return last.bytes;
}

/** Sends a response, with extra headers that replace its own of the same name, or what its fault makes of it; gives the status that the caller gets to see. */
export function send(
  response: ServerResponse,
  { status, headers, body = '', fault }: Pick<SimulatorResponse, 'status' | 'headers' | 'body' | 'fault'>,
  extra: Readonly<Record<string, string>>,
): number | undefined {
  if (fault === 'reset') {
    response.socket?.resetAndDestroy();
    return undefined;
  }
  const bytes = bytesOf(body);
  const half = bytes.subarray(0, Math.ceil(bytes.length / 2));
  const writeHead = (length: number): void => {
    const added = new Set(Object.keys(extra).map((name) => name.toLowerCase()));
    const own = headers.filter(([name]) => !added.has(name.toLowerCase()));
    const all: HeaderList = [...Object.entries(extra), ...own, ['Content-Length', String(length)]];
    response.writeHead(status, all.flat());
  };
  if (fault === 'stall') {
    // The rest is promised and never comes.
    writeHead(bytes.length + 1);
    response.write(half.length === 0 ? ' ' : half);
  } else {
    const sent = fault === 'truncate' ? half : bytes;
    writeHead(sent.length);
    response.end(sent);
  }
  return status;
}

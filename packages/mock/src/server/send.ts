import type { ServerResponse } from 'node:http';

import type { HeaderList, SimulatorResponse } from '../simulator/response.ts';

/** Sends a response, or what its fault makes of it; gives the status that the caller gets to see. */
export function send(
  response: ServerResponse,
  { status, headers, body = '', fault }: Pick<SimulatorResponse, 'status' | 'headers' | 'body' | 'fault'>,
  extra: Readonly<Record<string, string>>,
): number | undefined {
  if (fault === 'reset') {
    response.socket?.resetAndDestroy();
    return undefined;
  }
  const bytes = Buffer.from(body);
  const half = bytes.subarray(0, Math.ceil(bytes.length / 2));
  const writeHead = (length: number): void => {
    const all: HeaderList = [...Object.entries(extra), ...headers, ['Content-Length', String(length)]];
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

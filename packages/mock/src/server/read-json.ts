import type { IncomingMessage } from 'node:http';

import { MockError } from '../mock-error.ts';
import type { Json } from '../store/index.ts';

const LIMIT = 16 * 1024 * 1024;

/** The body of a request; undefined where there is none. */
export async function readJson(request: IncomingMessage): Promise<Json | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = chunk as Buffer;
    length += bytes.length;
    if (length > LIMIT) throw new MockError(`The body is longer than ${LIMIT} bytes.`);
    chunks.push(bytes);
  }
  if (length === 0) return undefined;
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Json;
  } catch (cause) {
    throw new MockError('The body is not JSON.', { cause });
  }
}

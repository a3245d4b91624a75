import type { IncomingMessage } from 'node:http';

import type { Json } from '../simulator/json.ts';
import { MockError } from '../simulator/mock-error.ts';

const LIMIT = 16 * 1024 * 1024;

/** The body of a request; undefined if there is none. */
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

import type { IncomingMessage } from 'node:http';

import type { Answer } from '../store/index.ts';

/** No path of an API of this world begins like this. */
export const CONTROL_PREFIX = '/__mock';

export type Control = (request: IncomingMessage, url: URL) => Promise<Answer>;

export function isControl(path: string): boolean {
  return path === CONTROL_PREFIX || path.startsWith(`${CONTROL_PREFIX}/`);
}

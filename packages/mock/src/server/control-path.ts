import type { IncomingMessage } from 'node:http';

import type { Json } from '../simulator/json.ts';

/** No path of an API begins like this. */
export const CONTROL_PREFIX = '/__mock';

export type Control = (request: IncomingMessage, path: string) => Promise<ControlAnswer>;

export interface ControlAnswer {
  readonly status: number;
  readonly mediaType: string;
  readonly body: Json;
}

export function isControl(path: string): boolean {
  return path === CONTROL_PREFIX || path.startsWith(`${CONTROL_PREFIX}/`);
}

import type { Reply } from '../reply.ts';
import type { Dialect } from './operations.ts';

/**
 * The dialect that a response of the token endpoint gives away without its body: only a portal refuses a key there, and
 * only a server of the guide's dialect has no such path. Undefined if just a readable token can tell.
 */
export function dialectOf({ status, headers }: Reply): Dialect | undefined {
  if (status === 401 || status === 403) return 'portal';
  if (status === 404 || status === 405) return 'guide';
  if (status === 200 && !headers.get('content-type')?.includes('json')) return 'guide';
  return undefined;
}

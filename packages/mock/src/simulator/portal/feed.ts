import type { Answer } from '../answer.ts';
import { decode } from '../routing.ts';
import { SERVER_TIMING } from './token.ts';

/**
 * Whether the portal's web server takes a path for one of its feeds, in any case and encoding. So a client whose id
 * begins with `feed` is found by no single read.
 */
export function isFeed(sentPath: string): boolean {
  return /^\/api\/2\.0\/(?:oauth2\/)?clients\/feed/iu.test(decode(sentPath));
}

/** The other program that gets such a path knows nothing of it. */
export function notOfTheService(): Answer {
  return { status: 404, headers: [SERVER_TIMING], body: undefined, undeclared: true };
}

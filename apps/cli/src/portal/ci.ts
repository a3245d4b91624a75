import type { Environment } from '@docspace-oauth/terminal/environment';

/** Whether this is a job of a continuous integration, by the variable that all of them set. */
export function isCi({ CI }: Environment): boolean {
  return CI !== undefined && !['', '0', 'false'].includes(CI.toLowerCase());
}

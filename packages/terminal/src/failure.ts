import { clean } from './text.ts';

/** A failure as a command prints it: what went wrong, and on a second line what to do about it. */
export function failureText(message: string, hint?: string): string {
  return `Error: ${clean(message)}\n${hint === undefined ? '' : `Hint: ${clean(hint)}\n`}`;
}

import { clean } from './text.ts';
import { cut } from './width.ts';

/** Where progress is shown; a terminal or not. */
export interface ProgressOutput {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** How far a long run is. On a terminal it is one line that is written again and again, elsewhere a line now and then. */
export interface Progress {
  /** Shows a state, if this is a terminal. */
  update(text: string): void;
  /** Says something that a log should have too. */
  say(text: string): void;
  /** Removes the line, before anything else is written to the terminal. */
  clear(): void;
}

const silent: Progress = { update() {}, say() {}, clear() {} };

const ERASE = '\r\u001B[K';

export function createProgress(output: ProgressOutput, isQuiet: boolean): Progress {
  if (isQuiet) return silent;
  if (!output.isTTY) return { ...silent, say: (text) => void output.write(`${clean(text)}\n`) };
  let isShown = false;
  const clear = (): void => {
    if (isShown) output.write(ERASE);
    isShown = false;
  };
  const update = (text: string): void => {
    output.write(`${ERASE}${cut(clean(text), (output.columns ?? 80) - 1)}`);
    isShown = true;
  };
  return { update, say: update, clear };
}

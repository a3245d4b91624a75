import { inspect } from 'node:util';

export type Log = (line: string) => void;

/** A log that breaks no request, whatever the caller's function does. Its first failure becomes a warning of the process. */
export function createLog(write: Log): Log {
  let failed = false;
  const report = (error: unknown): void => {
    if (failed) return;
    failed = true;
    process.emitWarning('The `log` function that was given to startProxy failed.', {
      type: 'DocSpaceProxyWarning',
      detail: inspect(error),
    });
  };
  return (line) => {
    // An async function calls `write` at once, and what it throws becomes a rejection as well.
    (async (): Promise<void> => write(line))().catch(report);
  };
}

import type { Writable } from 'node:stream';

/** Ends the process when the reader of its output has left (`| head`), which is no failure. */
export function exitOnBrokenPipe(output: Writable): void {
  output.on('error', (error: Error & { code?: string }) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}

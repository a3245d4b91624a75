import { MockError } from '../simulator/mock-error.ts';
import { UsageError } from './arguments.ts';
import { mockCommand } from './command.ts';

// Ctrl-C is how this command is meant to end, also while it is still starting.
const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
process.once('SIGTERM', () => stop.abort());

try {
  await mockCommand(process.argv.slice(2), stop.signal);
} catch (error) {
  if (!stop.signal.aborted) process.exitCode = await report(error);
}

/** Prints what went wrong and gives the exit code for it. */
async function report(error: unknown): Promise<number> {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
  if (!(error instanceof MockError)) throw error;
  const { freePort, PortInUseError } = await import('@docspace-oauth/local-server');
  const inUse = error.cause instanceof PortInUseError;
  const hint = inUse ? ` Free is, for example: --port ${await freePort()}` : '';
  process.stderr.write(`${error.message}${hint}\n`);
  return 1;
}

import { freePort, ListenError, PortInUseError } from '@docspace-oauth/local-server';

import { UsageError } from './cli/arguments.ts';
import { proxyCommand } from './proxy/command.ts';

// Only for the tests of `proxy/`, until it is a package of its own.
const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
process.once('SIGTERM', () => stop.abort());

try {
  await proxyCommand(process.argv.slice(3), stop.signal);
} catch (error) {
  if (!(error instanceof UsageError) && !(error instanceof ListenError)) throw error;
  const hint = error instanceof PortInUseError ? ` Free is, for example: --port ${await freePort()}` : '';
  process.stderr.write(`${error.message}${hint}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

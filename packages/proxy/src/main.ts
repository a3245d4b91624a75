import { exitOnBrokenPipe } from '@docspace-oauth/terminal/broken-pipe';

import { runCommand } from './command.ts';

// Ctrl-C is how this command is meant to end.
const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
process.once('SIGTERM', () => stop.abort());

const { env: environment, stdout, stderr } = process;
exitOnBrokenPipe(stdout);
exitOnBrokenPipe(stderr);
process.exitCode = await runCommand(process.argv.slice(2), {
  environment,
  stdout,
  stderr,
  stop: stop.signal,
});

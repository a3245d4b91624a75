import { homedir } from 'node:os';

import { exitOnBrokenPipe } from '@docspace-oauth/terminal/broken-pipe';

import { run } from './run.ts';

exitOnBrokenPipe(process.stdout);
process.exitCode = await run(process.argv.slice(2), {
  stdout: process.stdout,
  // To open a stream takes Node milliseconds, and help needs neither of these.
  get stderr() {
    if (process.stderr.listenerCount('error') === 0) exitOnBrokenPipe(process.stderr);
    return process.stderr;
  },
  get stdin() {
    return process.stdin;
  },
  environment: process.env,
  folder: process.cwd(),
  home: homedir(),
  platform: process.platform,
  now: new Date(),
});

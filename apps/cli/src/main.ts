import { homedir } from 'node:os';

import { exitOnBrokenPipe } from '@docspace-oauth/terminal/broken-pipe';

import { run } from './run.ts';

exitOnBrokenPipe(process.stdout);
exitOnBrokenPipe(process.stderr);
process.exitCode = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  get stdin() {
    return process.stdin;
  },
  environment: process.env,
  folder: process.cwd(),
  home: homedir(),
  platform: process.platform,
  now: new Date(),
});

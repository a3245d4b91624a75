import { exitOnBrokenPipe } from '@docspace-oauth/terminal/broken-pipe';

import { run } from './run.ts';

exitOnBrokenPipe(process.stdout);
process.exitCode = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  folder: process.cwd(),
});

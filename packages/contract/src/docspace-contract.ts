#!/usr/bin/env node
import { exitOnBrokenPipe } from '@docspace-oauth/terminal/broken-pipe';
import { loadEnvironment } from '@docspace-oauth/terminal/environment';
import { main } from './command/main.ts';

exitOnBrokenPipe(process.stdout);
const { stdout, stderr } = process;
const folder = process.cwd();
process.exitCode = await main(process.argv.slice(2), {
  stdout,
  stderr,
  environment: loadEnvironment(folder, process.env),
  folder,
});

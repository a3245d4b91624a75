#!/usr/bin/env node
import { exitOnBrokenPipe } from '@docspace-oauth/terminal/broken-pipe';
import { main } from './command/main.ts';

exitOnBrokenPipe(process.stdout);
const { stdout, stderr, env: environment } = process;
process.exitCode = await main(process.argv.slice(2), { stdout, stderr, environment, folder: process.cwd() });

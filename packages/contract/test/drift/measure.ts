/** Runs drift in a process of its own, and prints how much memory and time it took. */
import { run } from '../../src/drift/command.ts';

const started = performance.now();
const code = await run(['--against', process.argv[2] ?? '', '--report', 'json'], {
  stdout: { write: () => true },
  stderr: process.stderr,
  environment: {},
  folder: process.cwd(),
});
const { maxRSS } = process.resourceUsage();
process.stdout.write(JSON.stringify({ code, ms: performance.now() - started, bytes: maxRSS * 1024 }));

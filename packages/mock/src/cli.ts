import { UsageError } from './cli-arguments.ts';
import { bindablePort, PortInUseError } from './free-port.ts';
import { MockError } from './mock-error.ts';

// Ctrl-C is how this command is meant to end, also while it is still starting.
const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
process.once('SIGTERM', () => stop.abort());

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!stop.signal.aborted) process.exitCode = await report(error);
}

/** Each command loads what it needs and nothing else. */
async function run([command, ...rest]: readonly string[]): Promise<void> {
  if (command === 'proxy') return (await import('./proxy/command.ts')).proxyCommand(rest, stop.signal);
  if (command === 'prism') return (await import('./prism-command.ts')).prismCommand(rest, stop.signal);
  const { mockCommand } = await import('./mock-command.ts');
  return mockCommand(command === undefined ? [] : [command, ...rest], stop.signal);
}

/** Prints what went wrong and gives the exit code for it. */
async function report(error: unknown): Promise<number> {
  if (error instanceof PortInUseError) {
    const free = await bindablePort(0, '127.0.0.1');
    process.stderr.write(`${error.message} Free is, for example: --port ${free}\n`);
    return 1;
  }
  if (error instanceof MockError) {
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
  throw error;
}

import { help, readArguments, UsageError, type MockArguments } from './cli-arguments.ts';
import { curlLine } from './curl-line.ts';
import { documentPath, readDocument } from './documents.ts';
import { bindablePort, PortInUseError } from './free-port.ts';
import { MockError } from './mock-error.ts';
import { startPrism } from './prism-process.ts';

// Ctrl-C is how this command is meant to end, also while it is still starting.
const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
process.once('SIGTERM', () => stop.abort());

try {
  const [command, ...rest] = process.argv.slice(2);
  // Loaded only when asked for: nobody else should wait for Ajv.
  if (command === 'proxy') await (await import('./proxy/command.ts')).proxyCommand(rest, stop.signal);
  else await mockCommand();
} catch (error) {
  if (!stop.signal.aborted) process.exitCode = await report(error);
}

async function mockCommand(): Promise<void> {
  const settings = readArguments(process.argv.slice(2));
  if (settings.help) process.stdout.write(help);
  else await serve(settings);
}

async function serve({ port, host, dialect }: MockArguments): Promise<void> {
  const path = documentPath(dialect);
  const prism = await startPrism({ document: path, port, host, signal: stop.signal });
  process.stdout.write(`Mock of the ${dialect} dialect (Prism): ${prism.url}\n`);
  process.stdout.write(`Try: ${curlLine(await readDocument(path), prism.url)}\n`);
  await prism.ended;
  if (!stop.signal.aborted) throw new MockError(`Prism ended by itself:\n${prism.log()}`);
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

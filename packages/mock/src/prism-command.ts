import { readArguments, UsageError } from './cli-arguments.ts';
import { curlLine } from './curl-line.ts';
import { documentPath, readDocument } from './documents.ts';
import { MockError } from './mock-error.ts';
import { startPrism } from './prism-process.ts';

const FLAGS = /^--(?:port|host|dialect)(?:=|$)/u;

/** `docspace-mock prism`: plain Prism on the same bundle, for who wants just that. */
export async function prismCommand(args: readonly string[], stop: AbortSignal): Promise<void> {
  const other = args.find((arg) => arg.startsWith('-') && !FLAGS.test(arg));
  if (other !== undefined) {
    throw new UsageError(
      `prism takes --port, --host and --dialect, not "${other}"; see docspace-mock --help.`,
    );
  }
  const { port, host, dialect } = readArguments(args);
  const path = documentPath(dialect);
  const prism = await startPrism({ document: path, port, host, signal: stop });
  process.stdout.write(`Mock of the ${dialect} dialect (Prism): ${prism.url}\n`);
  process.stdout.write(`Try: ${curlLine(await readDocument(path), prism.url)}\n`);
  await prism.ended;
  if (!stop.aborted) throw new MockError(`Prism ended by itself:\n${prism.log()}`);
}

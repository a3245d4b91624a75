import { once } from 'node:events';

import { exposureWarning } from '@docspace-oauth/local-server';

import type { RecordedRequest } from '../server/recorder.ts';
import type { WatchEvent } from '../server/watch.ts';
import { help, readArguments, type MockArguments } from './arguments.ts';
import { requestLines } from './request-log.ts';

/** `docspace-mock`: runs until the signal is given. */
export async function mockCommand(args: readonly string[], stop: AbortSignal): Promise<void> {
  endQuietlyWhenPipeCloses();
  const { log, watch, help: wantsHelp, ...options } = readArguments(args);
  if (wantsHelp) {
    process.stdout.write(help);
    return;
  }
  // Help and mistakes are answered before anything slow is loaded.
  const [{ launch }, { banner }] = await Promise.all([import('../server/launch.ts'), import('./banner.ts')]);
  const mock = await launch({
    ...options,
    onRequest: logger(log),
    watch: watch ? tell : undefined,
  });
  try {
    const warning = exposureWarning(options.host, 'can read and change this mock');
    if (warning !== undefined) process.stderr.write(`${warning}\n`);
    // With --json, standard output is for a program, which wants nothing else there.
    (log === 'json' ? process.stderr : process.stdout).write(await banner(mock));
    if (!stop.aborted) await once(stop, 'abort');
  } finally {
    await mock.close();
  }
}

/** The reader of the output may have had enough, as `head` does. */
function endQuietlyWhenPipeCloses(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
}

function logger(log: MockArguments['log']): ((request: RecordedRequest) => void) | undefined {
  if (log === 'none') return undefined;
  const lineOf = log === 'json' ? (request: RecordedRequest) => `${JSON.stringify(request)}\n` : requestLines;
  return (request) => process.stdout.write(lineOf(request));
}

function tell(event: WatchEvent): void {
  process.stderr.write(
    event.kind === 'served'
      ? 'The change is served.\n'
      : `${event.message}\nThe last good contract is still served.\n`,
  );
}

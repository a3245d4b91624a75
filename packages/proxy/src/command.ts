import { once } from 'node:events';

import { freePort, ListenError, pagesPath, PortInUseError } from '@docspace-oauth/local-server';
import { failureText } from '@docspace-oauth/terminal/failure';
import { UsageError } from '@docspace-oauth/terminal/usage-error';

import { help, readArguments } from './arguments.ts';
import type { ProxyOptions } from './options.ts';
import { startProxy } from './start-proxy.ts';

/** What the command reads and writes besides its arguments. */
export interface CommandContext {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  /** Ends the command, also while it is still starting. */
  readonly stop: AbortSignal;
}

/** The command `docspace-proxy`: runs until it is stopped and gives the exit code. */
export async function runCommand(args: readonly string[], context: CommandContext): Promise<number> {
  try {
    await runProxy(args, context);
    return 0;
  } catch (error) {
    if (context.stop.aborted) return 0;
    return reportFailure(error, context);
  }
}

/** Requests and violations go to standard error, so that standard output is the address alone. */
async function runProxy(args: readonly string[], context: CommandContext): Promise<void> {
  const { environment, stdout, stderr, stop } = context;
  const options = readArguments(args, environment);
  if (options === undefined) {
    stdout.write(help);
    return;
  }
  const proxy = await startProxy({ ...options, log: (line) => void stderr.write(`${line}\n`) });
  stdout.write(
    [
      `Development proxy of ${new URL(options.upstream).origin}: ${proxy.url}`,
      ...(options.serve === undefined ? [] : [`Pages: ${proxy.url}${pagesPath}`]),
      `Pages that may call it: ${mayCall(options)}`,
      `Try: curl ${proxy.url}/api/2.0/clients`,
      '',
    ].join('\n'),
  );
  if (!stop.aborted) await once(stop, 'abort');
  await proxy.close();
}

function mayCall({ allowOrigins = [], serve }: Omit<ProxyOptions, 'log'>): string {
  const own = serve === undefined ? [] : ['its own'];
  const all = [...own, ...(allowOrigins.length > 0 ? [`those of ${allowOrigins.join(', ')}`] : [])];
  return all.length > 0 ? all.join(' and ') : 'none; name one with --allow-origin';
}

/** Prints what went wrong and gives the exit code for it. */
async function reportFailure(error: unknown, { stderr }: CommandContext): Promise<number> {
  if (error instanceof UsageError) {
    stderr.write(failureText(error.message, error.hint));
    return error.exitCode;
  }
  if (error instanceof ListenError) {
    const hint =
      error instanceof PortInUseError ? `Free is, for example: --port ${await freePort()}` : undefined;
    stderr.write(failureText(error.message, hint));
    return 1;
  }
  throw error;
}

import { once } from 'node:events';

import { proxyHelp, readProxyArguments } from './arguments.ts';
import { startProxy } from './start-proxy.ts';

/** `docspace-mock proxy`: runs until the signal is given. Requests and violations go to standard error. */
export async function proxyCommand(args: readonly string[], stop: AbortSignal): Promise<void> {
  const options = readProxyArguments(args, process.env);
  if (options === undefined) {
    process.stdout.write(proxyHelp);
    return;
  }
  const proxy = await startProxy({ ...options, log: (line) => process.stderr.write(`${line}\n`) });
  const origins = options.allowOrigins?.join(', ');
  process.stdout.write(
    [
      `Development proxy of ${new URL(options.upstream).origin}: ${proxy.url}`,
      `Pages that may call it: ${origins ? `those of ${origins}` : 'none; name one with --allow-origin'}`,
      `Try: curl ${proxy.url}/api/2.0/clients`,
      '',
    ].join('\n'),
  );
  if (!stop.aborted) await once(stop, 'abort');
  await proxy.close();
}

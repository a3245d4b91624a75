import { parseArguments } from '@docspace-oauth/terminal/arguments';
import { UsageError } from '@docspace-oauth/terminal/usage-error';

import type { ProxyOptions } from './options.ts';

const DEFAULT_KEY_VARIABLE = 'DOCSPACE_API_KEY';

export const help: string = `Puts CORS and the token exchange in front of a live DocSpace portal, for development on this machine.

Usage: docspace-proxy --upstream URL [options]

  --upstream URL         the portal, such as https://portal.example.com
  --allow-origin ORIGIN  an origin whose pages may call, such as http://localhost:5173; may be repeated
  --serve FOLDER         show the pages of a folder, such as apps/explorer/dist, at /explorer/
  --api-key-env NAME     the environment variable that holds the API key (default ${DEFAULT_KEY_VARIABLE})
  --port N               port to listen on, 0 for a free one (default 4011)
  --host H               address to listen on (default 127.0.0.1)
  --allow-insecure       send the API key over http: to a host that is not this machine
  --help                 this text

The key is read from the environment and from nowhere else. Ctrl-C ends it.
`;

/** The options for startProxy; undefined if help was asked for. */
export function readArguments(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Omit<ProxyOptions, 'log'> | undefined {
  const { values } = parseArguments({
    args: [...args],
    options: {
      upstream: { type: 'string' },
      'allow-origin': { type: 'string', multiple: true, default: [] },
      serve: { type: 'string' },
      'api-key-env': { type: 'string', default: DEFAULT_KEY_VARIABLE },
      port: { type: 'string', default: '4011' },
      host: { type: 'string', default: '127.0.0.1' },
      'allow-insecure': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return undefined;
  if (values.upstream === undefined) {
    throw new UsageError(
      '--upstream is missing.',
      'Give the address of a portal, such as https://portal.example.com.',
    );
  }
  return {
    upstream: values.upstream,
    allowOrigins: values['allow-origin'],
    serve: values.serve,
    apiKey: readApiKey(values['api-key-env'], environment),
    // Text that is no number becomes one that startProxy refuses.
    port: /^\d+$/u.test(values.port) ? Number(values.port) : Number.NaN,
    host: values.host,
    allowInsecure: values['allow-insecure'],
  };
}

function readApiKey(name: string, environment: Readonly<Record<string, string | undefined>>): string {
  if (!/^[A-Za-z_]\w*$/u.test(name)) {
    throw new UsageError('--api-key-env needs the name of an environment variable, not the key itself.');
  }
  const key = environment[name]?.trim();
  if (key) return key;
  const which = name === DEFAULT_KEY_VARIABLE ? name : 'that --api-key-env names';
  throw new UsageError(
    `The environment variable ${which} is not set.`,
    'Set it to an API key of the portal.',
  );
}

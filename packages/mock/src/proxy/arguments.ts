import { parseArgs } from 'node:util';

import { UsageError } from '../cli-arguments.ts';
import type { ProxyOptions } from './settings.ts';

const DEFAULT_KEY_VARIABLE = 'DOCSPACE_API_KEY';

export const proxyHelp: string = `Puts CORS and the token exchange in front of a live DocSpace portal, for development on this machine.

Usage: docspace-mock proxy --upstream URL [options]

  --upstream URL         the portal, such as https://portal.example.com
  --allow-origin ORIGIN  an origin whose pages may call, such as http://localhost:5173; may be repeated
  --api-key-env NAME     the environment variable that holds the API key (default ${DEFAULT_KEY_VARIABLE})
  --port N               port to listen on, 0 for a free one (default 4011)
  --host H               address to listen on (default 127.0.0.1)
  --allow-insecure       send the API key over http: to a host that is not this machine
  --help                 this text

The key is read from the environment and from nowhere else. Ctrl-C ends it.
`;

/** The options for startProxy; undefined where help was asked for. */
export function readProxyArguments(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Omit<ProxyOptions, 'log'> | undefined {
  const values = parse(args);
  if (values.help) return undefined;
  if (values.upstream === undefined) {
    throw new UsageError(
      'proxy needs --upstream, the address of a portal such as https://portal.example.com.',
    );
  }
  return {
    upstream: values.upstream,
    allowOrigins: values['allow-origin'] ?? [],
    apiKey: readApiKey(values['api-key-env'] ?? DEFAULT_KEY_VARIABLE, environment),
    port: readPort(values.port ?? '4011'),
    host: readHost(values.host ?? '127.0.0.1'),
    allowInsecure: values['allow-insecure'] ?? false,
  };
}

interface Flags {
  readonly upstream?: string;
  readonly 'allow-origin'?: string[];
  readonly 'api-key-env'?: string;
  readonly port?: string;
  readonly host?: string;
  readonly 'allow-insecure'?: boolean;
  readonly help?: boolean;
}

function parse(args: readonly string[]): Flags {
  try {
    return parseArgs({
      args: [...args],
      options: {
        upstream: { type: 'string' },
        'allow-origin': { type: 'string', multiple: true },
        'api-key-env': { type: 'string' },
        port: { type: 'string' },
        host: { type: 'string' },
        'allow-insecure': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (cause) {
    // Node's words quote a stray argument, which may be the key.
    const positional =
      cause instanceof Error && 'code' in cause && cause.code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL';
    const [sentence] = (cause instanceof Error ? cause.message : String(cause)).split(/\.\s|\n/u);
    throw new UsageError(`${positional ? 'proxy takes options only' : sentence}; see --help.`);
  }
}

function readApiKey(name: string, environment: Readonly<Record<string, string | undefined>>): string {
  if (!/^[A-Za-z_]\w*$/u.test(name)) {
    throw new UsageError('--api-key-env needs the name of an environment variable, not the key itself.');
  }
  const key = environment[name]?.trim();
  if (key) return key;
  const which = name === DEFAULT_KEY_VARIABLE ? name : 'that --api-key-env names';
  throw new UsageError(
    `The environment variable ${which} is not set; it has to hold an API key of the portal.`,
  );
}

function readPort(text: string): number {
  if (/^\d{1,5}$/u.test(text) && Number(text) <= 65_535) return Number(text);
  throw new UsageError('--port needs a whole number from 0 to 65535.');
}

function readHost(text: string): string {
  if (/^[\w.:-]+$/u.test(text)) return text;
  throw new UsageError('--host needs an address or a name without scheme and port.');
}

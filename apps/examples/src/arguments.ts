import { parseArgs } from 'node:util';

import { ExampleError } from './example-error.ts';

/** How many `--id` a program takes. */
export type IdCount = 'none' | 'one' | 'many';

export interface Arguments {
  readonly ids: readonly string[];
  readonly json: boolean;
  readonly showSecrets: boolean;
  readonly help: boolean;
}

export function readArguments(args: readonly string[], idCount: IdCount): Arguments {
  const { id: ids = [], json = false, 'show-secrets': showSecrets = false, help = false } = parse(args);
  if (idCount === 'none' && ids.length > 0) throw wrongUsage("Unknown option '--id'");
  if (idCount === 'one' && ids.length > 1) throw wrongUsage('--id is given more than once');
  return { ids, json, showSecrets, help };
}

export function helpText(about: string, idCount: IdCount): string {
  const id = {
    none: [],
    one: ['  --id ID          the client to ask for (default: the first of the list)'],
    many: ['  --id ID          a client to ask for, repeatable (default: the first of the list)'],
  }[idCount];
  return `${about}

Options:
${id.map((line) => `${line}\n`).join('')}  --json           print the data alone, as JSON
  --show-secrets   print client_secret in clear
  --help           this text

Settings, from the environment or from .env in the current folder:
  DOCSPACE_URL       the portal, such as https://portal.example.com (default: an embedded mock)
  DOCSPACE_API_KEY   an API key of that portal
  DOCSPACE_DIALECT   guide, portal, or auto to ask the server (default: auto; guide for the embedded mock)

Exit codes: 0 it worked, 1 a call failed or an id is unknown, 2 wrong usage.
`;
}

interface Flags {
  readonly id?: string[] | undefined;
  readonly json?: boolean | undefined;
  readonly 'show-secrets'?: boolean | undefined;
  readonly help?: boolean | undefined;
}

function parse(args: readonly string[]): Flags {
  try {
    return parseArgs({
      args: [...args],
      options: {
        id: { type: 'string', multiple: true },
        json: { type: 'boolean' },
        'show-secrets': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split(/\.\s|\n/u);
    throw wrongUsage(sentence);
  }
}

function wrongUsage(sentence: string): ExampleError {
  return new ExampleError(2, `${sentence}.`, '--help lists the options.');
}

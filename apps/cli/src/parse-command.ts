import { parseArguments } from '@docspace-oauth/terminal/arguments';
import { UsageError } from '@docspace-oauth/terminal/usage-error';

import type { CommandDescription } from './description/command-description.ts';

/** The values of the options of a command: a text, several, or whether a flag is there. */
type Values<Description extends CommandDescription> = {
  -readonly [Name in keyof Description['options']]?: Description['options'][Name] extends { type: 'boolean' }
    ? boolean
    : Description['options'][Name] extends { multiple: true }
      ? string[]
      : Choice<Description['options'][Name]>;
};

type Choice<Option> = Option extends { choices: readonly (infer Name)[] } ? Name : string;

export interface ParsedCommand<Description extends CommandDescription> {
  readonly values: Values<Description>;
  readonly positionals: readonly string[];
}

/** Reads the arguments of a command by its description. */
export function parseCommand<const Description extends CommandDescription>(
  description: Description,
  args: readonly string[],
): ParsedCommand<Description> {
  const { options, arguments: expected } = description;
  const { values, positionals } = parseArguments({
    args: [...args],
    options: { ...options },
    allowPositionals: expected !== undefined,
  });
  for (const [name, { choices }] of Object.entries(options)) {
    const value = values[name];
    // The value is not repeated: it may be an API key in the wrong place.
    if (choices !== undefined && typeof value === 'string' && !choices.includes(value)) {
      throw new UsageError(`--${name} names something unknown.`, `Known are ${choices.join(', ')}.`);
    }
  }
  if (expected !== undefined && (positionals.length < expected.least || positionals.length > expected.most)) {
    throw new UsageError(expected.wrong, expected.hint);
  }
  return { values: values as Values<Description>, positionals };
}

/** The format that `--format` or `--json` asks for. */
export function chosenFormat<Format extends string>(values: {
  format?: Format | undefined;
  json?: boolean | undefined;
}): Format | 'table' | 'json' {
  if (values.json && values.format !== undefined && values.format !== 'json') {
    throw new UsageError('--json and --format contradict each other.', 'Give one of them.');
  }
  return values.json ? 'json' : (values.format ?? 'table');
}

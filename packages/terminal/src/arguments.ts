import { parseArgs, type ParseArgsConfig } from 'node:util';

import { UsageError } from './usage-error.ts';

type Parsed<Config extends ParseArgsConfig> = ReturnType<typeof parseArgs<Config>>;

/** Node's parseArgs, whose errors become a UsageError of one sentence. */
export function parseArguments<const Config extends ParseArgsConfig>(config: Config): Parsed<Config> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(sentenceOf(error), '--help lists the options.');
  }
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return 'The arguments cannot be read.';
  // Node's message quotes the argument, which may be an API key in the wrong place.
  if ('code' in error && error.code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return 'Unexpected argument.';
  const [sentence] = error.message.split(/\.\s|\n/u);
  return `${sentence}.`;
}

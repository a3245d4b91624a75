import type { OptionDescription } from './command-description.ts';

export const helpOption = {
  help: { type: 'boolean', short: 'h', help: 'this text' },
} as const satisfies Record<string, OptionDescription>;

/** Options of every command that asks a portal. */
export const portalOptions = {
  profile: { type: 'string', value: 'NAME', help: 'a portal of the config file' },
  mock: { type: 'boolean', help: 'ask an embedded mock with made-up clients' },
  quiet: { type: 'boolean', help: 'no progress and no remarks on stderr, only warnings and errors' },
  'no-color': { type: 'boolean', help: 'no colours; the variable NO_COLOR does the same' },
} as const satisfies Record<string, OptionDescription>;

/** The options that choose a format, of which the first is the default. */
export function formatOptions<const Format extends string>(formats: readonly Format[]) {
  return {
    format: {
      type: 'string',
      value: 'NAME',
      choices: formats,
      help: `${formats.join(', ')} (default table)`,
    },
    json: { type: 'boolean', help: 'short for --format json' },
  } as const satisfies Record<string, OptionDescription>;
}

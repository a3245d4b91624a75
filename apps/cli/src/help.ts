import { portalSettingsHelp } from '@docspace-oauth/terminal/portal-settings';

import type { CommandDescription, OptionDescription } from './description/command-description.ts';

const WIDTH = 100;

/** The help of the whole command. */
export function overview(commands: readonly CommandDescription[]): string {
  const rows = commands.map(
    (command) => [usageOf(command).replace('docspace-oauth ', ''), command.summary] as const,
  );
  return `Reads the OAuth2 clients of an ONLYOFFICE DocSpace portal. Only GET requests are sent.

Usage: docspace-oauth COMMAND [options]

Commands:
${twoColumns([...rows, ['help COMMAND', 'tells more about a command, with examples']])}

Options:
${twoColumns([
  ['--help, -h', 'this text; docspace-oauth COMMAND --help tells more about one command'],
  ['--version', 'the version of this program'],
])}
`;
}

/** The help of one command. */
export function helpOf(command: CommandDescription): string {
  const options = Object.entries(command.options).map(
    ([name, option]) => [optionUsage(name, option), option.help] as const,
  );
  const sections = [
    `${command.summary.charAt(0).toUpperCase()}${command.summary.slice(1)}.\n`,
    `Usage: ${usageOf(command)} [options]\n`,
    `Options:\n${twoColumns(options)}\n`,
    ...(command.details ?? []).map((text) => `${text}\n`),
    `Examples:\n${command.examples.map(({ command: line, what }) => `  ${line}\n      ${what}`).join('\n')}\n`,
    ...(command.asksPortal ? [portalSettings] : []),
    `Exit codes: ${Object.entries(command.exitCodes)
      .map(([code, meaning]) => `${code} ${meaning}`)
      .join(', ')}.\n`,
  ];
  return sections.join('\n');
}

const portalSettings = `${portalSettingsHelp}
Only tables work on the embedded mock by themselves. Every other format, and anything under CI, needs
DOCSPACE_URL, --profile or --mock, so that a job never passes on made-up data.

--profile reads config.json in the folder docspace-oauth of your configuration folder:
  {"profiles": {"NAME": {"url": "https://…", "apiKeyEnv": "VARIABLE", "dialect": "auto"}}}
"apiKeyCommand": ["program", "argument"] runs a program, such as a password manager, that prints the key;
"apiKey" holds it in clear text.
`;

function usageOf({ name, arguments: expected }: CommandDescription): string {
  return ['docspace-oauth', name, ...(expected === undefined ? [] : [expected.usage])].join(' ');
}

export function optionUsage(name: string, { short, value }: OptionDescription): string {
  return `--${name}${value === undefined ? '' : ` ${value}`}${short === undefined ? '' : `, -${short}`}`;
}

function twoColumns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows
    .map(([left, right]) => {
      const indent = ' '.repeat(width + 5);
      return `  ${left.padEnd(width)}   ${wrap(right, WIDTH - indent.length).join(`\n${indent}`)}`;
    })
    .join('\n');
}

/** Breaks a text between words. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

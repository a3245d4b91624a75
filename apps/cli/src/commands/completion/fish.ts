import type { CommandDescription, OptionDescription } from '../../description/command-description.ts';
import { argumentsOffer, offerOf, type Offer } from './words.ts';

export function fishCompletion(commands: readonly CommandDescription[]): string {
  const first = '-n __fish_use_subcommand';
  const lines = [
    '-f',
    ...commands.map(({ name, summary }) => `${first} -a ${name} -d ${inFish(summary)}`),
    `${first} -a help -d ${inFish('tells more about a command')}`,
    `${first} -l help -d ${inFish('help')}`,
    `${first} -l version -d ${inFish('version')}`,
    `${within('help')} -a ${inFish(commands.map(({ name }) => name).join(' '))}`,
    ...commands.flatMap((command) => [
      ...Object.entries(command.options).map(
        ([name, option]) => `${within(command.name)} ${optionOf(name, option)} -d ${inFish(option.help)}`,
      ),
      ...argumentsOf(command),
    ]),
  ];
  return `# Completion of docspace-oauth for fish: docspace-oauth completion fish | source
${lines.map((line) => `complete -c docspace-oauth ${line}`).join('\n')}
`;
}

function within(command: string): string {
  return `-n ${inFish(`__fish_seen_subcommand_from ${command}`)}`;
}

function optionOf(name: string, option: OptionDescription): string {
  const short = option.short === undefined ? '' : ` -s ${option.short}`;
  const offer = offerOf(option);
  return `-l ${name}${short}${offer === undefined ? '' : ` ${value(offer)}`}`;
}

function argumentsOf(command: CommandDescription): string[] {
  const offer = argumentsOffer(command);
  if (offer === 'file') return [`${within(command.name)} -F`];
  return offer.length === 0 ? [] : [`${within(command.name)} -a ${inFish(offer.join(' '))}`];
}

function value(offer: Offer): string {
  return offer === 'file' ? '-r -F' : `-x -a ${inFish(offer.join(' '))}`;
}

function inFish(text: string): string {
  return `'${text.replaceAll(/[\\']/gu, String.raw`\$&`)}'`;
}

import type { CommandDescription, OptionDescription } from '../../description/command-description.ts';

/** What a shell offers at some place: files, some words, or nothing. */
export type Offer = 'file' | readonly string[];

/** What may follow an option; undefined if it takes no value. */
export function offerOf({ type, choices, completes = [] }: OptionDescription): Offer | undefined {
  return type === 'boolean' ? undefined : (choices ?? completes);
}

/** What may stand as an argument of a command. */
export function argumentsOffer({ arguments: expected }: CommandDescription): Offer {
  return expected?.completes ?? [];
}

/** A text in single quotes, for a POSIX shell. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

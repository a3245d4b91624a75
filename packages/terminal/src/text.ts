import { stripVTControlCharacters } from 'node:util';

/** Control characters, and those that turn the direction of what follows them. */
const unsafe = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu;

/** Text from a server as one line that a terminal only prints and never obeys. */
export function clean(text: string): string {
  return stripVTControlCharacters(text.toWellFormed()).replaceAll(unsafe, ' ').trim();
}

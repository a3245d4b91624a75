import { stripVTControlCharacters } from 'node:util';

import stringWidth from 'string-width';

/** Control characters, and those that turn the direction of what follows them. */
const unsafe = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu;

/** What a server sent, as one line that a terminal only prints and never obeys. */
export function clean(text: string): string {
  return stripVTControlCharacters(text.toWellFormed()).replaceAll(unsafe, ' ').trim();
}

/** JSON of the same value with every character escaped that a terminal might obey. */
export function terminalJson(data: unknown): string {
  const json = JSON.stringify(data, undefined, 2);
  return json.replaceAll(
    /[^\P{Cc}\n]|[\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu,
    (character) => {
      const code = character.charCodeAt(0).toString(16);
      return `\\u${code.padStart(4, '0')}`;
    },
  );
}

/** Pads to a width in terminal columns: a Chinese character takes two, an accent none. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

export function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => stringWidth(text)));
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Cuts to a width in terminal columns, never inside what a person sees as one character. */
export function cut(text: string, width: number): string {
  // Long enough for any text of that width: what a hostile server sends is not measured whole.
  const start = text.slice(0, width * 20);
  if (start === text && stringWidth(text) <= width) return text;
  let kept = '';
  let used = 1;
  for (const { segment } of graphemes.segment(start)) {
    used += stringWidth(segment);
    if (used > width) break;
    kept += segment;
  }
  return `${kept}…`;
}

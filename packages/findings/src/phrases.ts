/** Looks for any number of phrases at once, in a time that depends on the text alone. */
export interface Phrases {
  isIn(text: string): boolean;
  replaceIn(text: string, replacement: string): string;
}

/** Only phrases of at least this length can be looked for. */
export const SHORTEST_PHRASE = 8;

export function createPhrases(phrases: readonly string[]): Phrases {
  const byStart = new Map<string, string[]>();
  // Rules out most places without making a text of each.
  const possible = new Uint8Array(0x1_00_00);
  // The longest first, so that a phrase that begins with another one is replaced whole.
  for (const phrase of phrases.toSorted((a, b) => b.length - a.length)) {
    if (phrase.length < SHORTEST_PHRASE) continue;
    const start = phrase.slice(0, SHORTEST_PHRASE);
    possible[hash(phrase, 0)] = 1;
    byStart.set(start, [...(byStart.get(start) ?? []), phrase]);
  }
  const at = (text: string, index: number): string | undefined =>
    byStart.get(text.slice(index, index + SHORTEST_PHRASE))?.find((phrase) => text.startsWith(phrase, index));
  const next = (text: string, from: number): number => {
    for (let index = from; index <= text.length - SHORTEST_PHRASE; index += 1) {
      if (possible[hash(text, index)] === 1 && at(text, index) !== undefined) return index;
    }
    return -1;
  };
  return {
    isIn: (text) => next(text, 0) !== -1,
    replaceIn(text, replacement) {
      let replaced = '';
      let from = 0;
      for (let index = next(text, 0); index !== -1; index = next(text, from)) {
        replaced += text.slice(from, index) + replacement;
        from = index + (at(text, index) ?? '').length;
      }
      return replaced + text.slice(from);
    },
  };
}

/** A number below 65,536 from three of the characters that are the start of a phrase. */
function hash(text: string, index: number): number {
  const last = text.charCodeAt(index + SHORTEST_PHRASE - 1);
  return ((text.charCodeAt(index) * 31 + text.charCodeAt(index + 3)) * 31 + last) & 0xff_ff;
}

/** Numbers that look random and are the same for the same seed, on every machine. */
export interface Random {
  /** At least 0, below 1. */
  next(): number;
  /** At least 0, below the limit. */
  integer(limit: number): number;
  uuid(): string;
  /** Characters of an alphabet. */
  text(length: number, alphabet: string): string;
}

const HEX = '0123456789abcdef';

/** The generator known as mulberry32: 32 bits of state, which is plenty for test data. */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const integer = (limit: number): number => Math.floor(next() * limit);
  const text = (length: number, alphabet: string): string => {
    let result = '';
    for (let left = length; left > 0; left -= 1) result += alphabet.charAt(integer(alphabet.length));
    return result;
  };
  const uuid = (): string => {
    const hex = text(30, HEX);
    const variant = '89ab'.charAt(integer(4));
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-${variant}${hex.slice(15, 18)}-${hex.slice(18)}`;
  };
  return { next, integer, text, uuid };
}

/** A seed made of a text (FNV-1a), so that the same text leads to the same numbers. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash;
}

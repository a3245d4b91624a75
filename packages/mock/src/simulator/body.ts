import type { Json } from './json.ts';
import type { Violation } from './violations.ts';

/**
 * The body of a response of one operation and status. It is serialised once and checked at most once: a list of thousands
 * that is asked for again is the same Body.
 */
export class Body {
  readonly mediaType: string;
  readonly text: string;
  /** Only until it is checked: of a long list the text alone is enough to keep. */
  #value: Json | undefined;
  #violations: readonly Violation[] | undefined;

  constructor(mediaType: string, value: Json) {
    this.mediaType = mediaType;
    this.#value = value;
    this.text = typeof value === 'string' && !isJson(mediaType) ? value : JSON.stringify(value);
  }

  /** What the check finds. Only the first check is run: later ones get what it found. */
  checkedOnce(check: (value: Json) => readonly Violation[]): readonly Violation[] {
    this.#violations ??= check(this.#value ?? null);
    this.#value = undefined;
    return this.#violations;
  }
}

export function isJson(mediaType: string): boolean {
  return /\bjson\b/u.test(mediaType);
}

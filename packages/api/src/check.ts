import { invalidInput } from './error.ts';

/** Checks for single values that a caller gives. Each error names the option. */

/** Whether a value is an object with fields: not null, not an array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The pairs of neighbouring letters of a word. */
function pairsOf(word: string): string[] {
  const letters = word.toLowerCase();
  return Array.from({ length: letters.length - 1 }, (_, index) => letters.slice(index, index + 2));
}

/** From 0 (no pair of letters in common) to 1 (the same word). */
function similarity(one: string, other: string): number {
  const [pairs, others] = [pairsOf(one), pairsOf(other)];
  const shared = pairs.filter((pair) => others.includes(pair)).length;
  return (2 * shared) / (pairs.length + others.length);
}

/** The known option whose own name, without a prefix such as `retry.`, is most like this name. */
function nearest(name: string, known: readonly string[]): string | undefined {
  const scored = known.map((one) => ({ one, score: similarity(name, one.replace(/.*\./, '')) }));
  const [best] = scored.toSorted((a, b) => b.score - a.score);
  return best && best.score > 0 ? best.one : undefined;
}

/**
 * Refuses anything but an object with these options, or undefined.
 * @param suggestions what an unknown name may have been meant for, nested options with their prefix
 */
export function checkOptions<T extends object>(
  options: T | undefined,
  name: string,
  known: Record<keyof T, true>,
  suggestions: readonly string[] = Object.keys(known),
  prefix = '',
): T {
  const given: unknown = options === undefined ? {} : options;
  if (!isObject(given)) throw invalidInput(`${name} is not an object.`);
  for (const key of Object.keys(given)) {
    if (Object.hasOwn(known, key)) continue;
    const close = nearest(key, suggestions);
    throw invalidInput(
      `There is no option ${JSON.stringify((prefix + key).slice(0, 60))}.`,
      close ? `Did you mean ${close}?` : `The options are ${Object.keys(known).join(', ')}.`,
    );
  }
  return given as T;
}

/** A number of at least `least`; `whole` refuses fractions. Infinity is always refused. */
export function checkNumber(name: string, value: unknown, least: number, whole: boolean): number {
  const fits = typeof value === 'number' && value >= least && Number.isFinite(value);
  if (fits && (!whole || Number.isInteger(value))) return value;
  throw invalidInput(`${name} is not a ${whole ? 'whole' : 'finite'} number of at least ${least}.`);
}

/** A function, or undefined. */
export function checkFunction<F>(name: string, value: F): F {
  if (value === undefined || typeof value === 'function') return value;
  throw invalidInput(`${name} is not a function.`);
}

/** Whether a value does everything that is asked of an AbortSignal. It may be of any realm. */
function isSignal(value: unknown): boolean {
  try {
    const signal = Object(value) as Record<keyof AbortSignal, unknown>;
    return (
      typeof signal.aborted === 'boolean' &&
      typeof signal.addEventListener === 'function' &&
      typeof signal.removeEventListener === 'function'
    );
  } catch {
    // A getter of AbortSignal.prototype that is called on something else.
    return false;
  }
}

/** An AbortSignal, or undefined. */
export function checkSignal(signal: AbortSignal | undefined): AbortSignal | undefined {
  if (signal === undefined || isSignal(signal)) return signal;
  throw invalidInput('signal is not an AbortSignal.', 'Pass the `signal` of an AbortController.');
}

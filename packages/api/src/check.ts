import { invalidInput } from './error.ts';

/** Checks for single values that a caller gives. Each error names the option. */

/** Whether a value is an object with fields: not null, not an array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** How alike two words are: twice the number of pairs of letters in common, in relation to their lengths. */
function similarity(one: string, other: string): number {
  const [word, letters] = [one.toLowerCase(), other.toLowerCase()];
  const common = Array.from(word).filter(
    (_, index) => index > 0 && letters.includes(word.slice(index - 1, index + 1)),
  );
  return (2 * common.length) / (word.length + letters.length);
}

/** The known option whose own name, without a prefix such as `retry.`, is most like this name. */
function nearest(name: string, known: readonly string[]): string | undefined {
  const score = (one: string): number => similarity(name, one.replace(/.*\./, ''));
  const [best = ''] = known.toSorted((a, b) => score(b) - score(a));
  return score(best) > 0 ? best : undefined;
}

/**
 * Refuses anything but an object with these options, or undefined. The result has every option that is not undefined.
 * @param known every option with its default
 * @param suggestions what an unknown name may have been meant for, nested options with their prefix
 */
export function checkOptions<T extends object>(
  given: T | undefined,
  name: string,
  known: Required<T>,
  prefix = '',
  suggestions: readonly string[] = Object.keys(known),
): Required<T> {
  const options: unknown = given === undefined ? {} : given;
  if (!isObject(options)) throw invalidInput(`${name} is not an object.`);
  const result: Record<string, unknown> = { ...known };
  for (const [key, value] of Object.entries(options)) {
    if (!Object.hasOwn(known, key)) {
      const close = nearest(key, suggestions);
      throw invalidInput(
        `There is no option ${JSON.stringify((prefix + key).slice(0, 60))}.`,
        close ? `Did you mean ${close}?` : `The options are ${Object.keys(known).join(', ')}.`,
      );
    }
    if (value !== undefined) result[key] = value;
  }
  return result as Required<T>;
}

/** Refuses anything but a number of at least `least`; `whole` refuses fractions. Infinity is always refused. */
export function checkNumber(name: string, value: unknown, least: number, whole = false): void {
  if (!Number.isFinite(value) || Number(value) < least || (whole && !Number.isInteger(value))) {
    throw invalidInput(`${name} is not a ${whole ? 'whole' : 'finite'} number of at least ${least}.`);
  }
}

/** Refuses anything but a function, or undefined. */
export function checkFunction(name: string, value: unknown): void {
  if (value !== undefined && typeof value !== 'function') throw invalidInput(`${name} is not a function.`);
}

/** Whether a value does everything that is asked of an AbortSignal. It may be of any realm. */
function isSignal(signal: AbortSignal): boolean {
  const listener = (): void => {};
  try {
    signal.addEventListener('abort', listener);
    signal.removeEventListener('abort', listener);
    return typeof signal.aborted === 'boolean';
  } catch {
    // Null, an object without these methods, or one that only inherits them from AbortSignal.
    return false;
  }
}

/** An AbortSignal, or undefined. */
export function checkSignal(signal: AbortSignal | undefined): AbortSignal | undefined {
  if (signal === undefined || isSignal(signal)) return signal;
  throw invalidInput('signal is not an AbortSignal.', 'Pass the `signal` of an AbortController.');
}

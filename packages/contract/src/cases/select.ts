import { UsageError } from '@docspace-oauth/terminal/usage-error';

/**
 * The things whose id fits one of the patterns, all of them without a pattern. `*` stands for any text, and a pattern
 * without it for any id that contains it.
 */
export function select<T extends { readonly id: string }>(
  things: readonly T[],
  patterns: readonly string[],
): T[] {
  if (patterns.length === 0) return [...things];
  const tests = patterns.map((pattern) => ({ pattern, fits: matcherOf(pattern) }));
  const unused = tests.find(({ fits }) => !things.some(({ id }) => fits(id)));
  if (unused) {
    throw new UsageError(
      `--include ${unused.pattern} fits no case.`,
      'A pattern is a part of a case’s id, such as portal-list, or has * for any text.',
    );
  }
  return things.filter(({ id }) => tests.some(({ fits }) => fits(id)));
}

function matcherOf(pattern: string): (id: string) => boolean {
  if (!pattern.includes('*')) return (id) => pattern !== '' && id.includes(pattern);
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/gu, '\\$&'));
  const expression = new RegExp(`^${parts.join('.*')}$`, 'u');
  return (id) => expression.test(id);
}

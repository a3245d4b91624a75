/**
 * Runtime validation against the contract, for `createDocSpaceClient({ validate })`. The checks were compiled from the
 * contract when this package was built; nothing is compiled at run time.
 */
import { successErrors } from '@docspace-oauth/openapi';
import { invalidInput } from './error.ts';
import { observe } from './observe.ts';
import type { ResponseValidator, Violation } from './validation.ts';

export type { ResponseValidator, Violation } from './validation.ts';

/**
 * Returns the first violation in a 2xx body; undefined if there is none, or if the contract has no such operation. As the
 * option `validate` it makes the call fail with `unexpected_response`.
 */
export const validate: ResponseValidator = (operationId, dialect, body) => {
  const errors = successErrors(dialect, operationId, body);
  if (!errors || errors.length === 0) return undefined;
  // A body may have an envelope or not, and has errors in both readings: the deepest is in the reading that was meant.
  const depth = (pointer: string): number => pointer.split('/').length;
  const [deepest] = errors.toSorted((a, b) => depth(b.pointer) - depth(a.pointer));
  return {
    operationId,
    dialect,
    pointer: deepest?.pointer ?? '',
    message: deepest?.message ?? 'does not match the contract',
  };
};

/**
 * Calls the listener with each violation and lets the data pass, whatever the listener does.
 * @example createDocSpaceClient({ baseUrl, apiKey, validate: report(console.warn) })
 */
export function report(listener: (violation: Violation) => void): ResponseValidator {
  if (typeof listener !== 'function') throw invalidInput('The argument of report is not a function.');
  return (...body) => {
    const violation = validate(...body);
    if (violation) observe(() => listener(violation));
    return undefined;
  };
}

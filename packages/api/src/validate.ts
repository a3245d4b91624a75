/**
 * Runtime validation against the contract, for `createDocSpaceClient({ validate })`. The validators are compiled from
 * the bundled schemas when this package is built; nothing is compiled at run time.
 */
import * as validators from '#validators';
import type { Dialect } from './protocol/operations.ts';
import type { ResponseValidator, Violation } from './validation.ts';

export type { ResponseValidator, Violation } from './validation.ts';

type Validate = (typeof validators)[keyof typeof validators];

function validatorOf(operationId: string, dialect: Dialect): Validate | undefined {
  return (validators as Record<string, Validate>)[`${dialect}_${operationId}`];
}

/**
 * Says where a 2xx body departs from the contract; undefined where it does not, or where the contract has no such
 * operation. As the option `validate` it fails the call with `unexpected_response`.
 */
export const validate: ResponseValidator = (operationId, dialect, body) => {
  const check = validatorOf(operationId, dialect);
  if (!check || check(body)) return undefined;
  // A body may be in an envelope or bare: the error that lies deepest is of the one that it was meant to be.
  const depth = (pointer: string): number => pointer.split('/').length;
  const deepest = (check.errors ?? []).toSorted((a, b) => depth(b.instancePath) - depth(a.instancePath))[0];
  return {
    operationId,
    dialect,
    pointer: deepest?.instancePath ?? '',
    message: deepest?.message ?? 'is not what the contract says',
  };
};

/**
 * Tells the listener of a violation and lets the data through.
 * @example createDocSpaceClient({ baseUrl, apiKey, validate: report(console.warn) })
 */
export function report(listener: (violation: Violation) => void): ResponseValidator {
  return (...body) => {
    const violation = validate(...body);
    try {
      if (violation) listener(violation);
    } catch {
      // An observer's failure is not the call's.
    }
    return undefined;
  };
}

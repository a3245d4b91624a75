import * as validators from '#checks/success';
import type { SchemaError, Validate } from './checks.ts';
import { errorsOf } from './checks.ts';
import type { Dialect } from './dialects.ts';

/**
 * What is wrong with the body of a 200: the errors on the way to the first broken place, an empty list if there are none,
 * undefined if the contract has no such operation. Apart from the other checks, so that a page which needs these alone
 * loads these alone.
 */
export function successErrors(
  dialect: Dialect,
  operationId: string,
  body: unknown,
): SchemaError[] | undefined {
  const name = `${dialect}_${operationId}`;
  const all: Readonly<Record<string, Validate>> = validators;
  const validate = Object.hasOwn(all, name) ? all[name] : undefined;
  return validate && errorsOf(validate, body);
}

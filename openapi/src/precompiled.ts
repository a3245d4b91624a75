import * as guide from '#checks/guide';
import * as portal from '#checks/portal';
import type { ContractChecks } from './checks.ts';
import { createChecks } from './checks.ts';
import type { Dialect } from './dialects.ts';

/** The checks of a dialect as it was built: nothing is compiled at run time, so a strict Content-Security-Policy allows them. */
export function precompiledChecks(dialect: Dialect): ContractChecks {
  return createChecks(dialect === 'guide' ? guide : portal);
}

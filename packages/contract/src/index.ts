/** The checks for programs. Everything else here is the command's own and may change at any time. */
export type { CheckOptions } from './check.ts';
export { check } from './check.ts';
export { CaseError } from './cases/case-error.ts';
export { Unusable } from './target/unusable.ts';

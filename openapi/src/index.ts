/**
 * The contract for programs that may run in a browser: which dialects there are, how to read a bundled document, and
 * checks that were compiled when this package was built. Loading, building and checking any document is `./node`.
 */
export type { ContractChecks, SchemaError } from './checks.ts';
export type { Dialect } from './dialects.ts';
export { dialects } from './dialects.ts';
export type {
  Components,
  Example,
  Header,
  MediaType,
  OpenApiDocument,
  Operation,
  Parameter,
  PathItem,
  Reference,
  Response,
  Schema,
  SecurityRequirement,
  SecurityScheme,
} from './document.ts';
export type { ContractOperation } from './operations.ts';
export { operationsOf, responsePointer } from './operations.ts';
export { keysOf, toPointer, valueAt } from './pointer.ts';
export { precompiledChecks } from './precompiled.ts';
export { locate, resolve } from './reference.ts';
export { successErrors } from './success.ts';

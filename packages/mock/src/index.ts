/**
 * The whole public surface. Not exported: the command (`cli.ts`) and how a port is found, which
 * nobody outside needs.
 */
export { documentPath, dialects, type Dialect } from './documents.ts';
export { MockError } from './mock-error.ts';
export { startPrism, type PrismOptions, type PrismProcess } from './prism-process.ts';

/** The contract for programs under Node: load and build bundles, check any document, and the text of the types. */
export type { BuildOptions } from './node/bundles.ts';
export { buildBundles } from './node/bundles.ts';
export { compileChecks } from './node/compile-checks.ts';
export { ContractError, runScript } from './node/contract-error.ts';
export { sourceFolder } from './node/folders.ts';
export { readOverlay, replayOverlay } from './node/overlay.ts';
export { documentPath, readDocument, readDocumentFile } from './node/read-document.ts';
export { redocly } from './node/redocly.ts';
export { typesText } from './node/types-text.ts';

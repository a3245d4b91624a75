/** The contract for programs under Node: load and build bundles, check any document, and the text of the types. */
export type { BuildOptions } from './node/bundles.ts';
export { buildBundles } from './node/bundles.ts';
export { compileChecks } from './node/compile-checks.ts';
export { ContractError, runScript } from './node/contract-error.ts';
export { sourceFolder } from './node/folders.ts';
export type { OverlayReplay } from './node/overlay-replay.ts';
export { replayOverlay } from './node/overlay-replay.ts';
export { documentPath, readDocument, readDocumentFile } from './node/read-document.ts';
export type { RedoclyRun } from './node/redocly.ts';
export { redocly } from './node/redocly.ts';
export { typesText } from './node/types-text.ts';

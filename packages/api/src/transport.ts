/**
 * The transport of a DocSpace client, for tools that forward requests. There is no promise of stability: anything here may
 * change in a minor version.
 */
export { checkBaseUrl, isLoopback } from './base-url.ts';
export { checkApiKey } from './protocol/api-key.ts';
export type { RequestId } from './protocol/operations.ts';
export { tokenPath } from './protocol/portal.ts';
export { operationOf } from './protocol/routes.ts';
export type { Reply } from './reply.ts';
export type { Transport, TransportRequest } from './transport-of.ts';
export { transportOf } from './transport-of.ts';

/**
 * The public surface. Not exported here: the transport and its parts (retries, time limits, rate limits, tokens), which are
 * controlled by options and visible through hooks, and the functions that create errors.
 */
export type { CallOptions, DocSpaceClient, GetClientsOptions } from './client.ts';
export { createDocSpaceClient } from './client.ts';
export type { DocSpaceErrorCode, DocSpaceErrorDetails, DocSpaceProblem } from './error.ts';
export { DocSpaceError, isDocSpaceError } from './error.ts';
export type { paths as GuidePaths } from './generated/guide.ts';
export type { paths as PortalPaths } from './generated/portal.ts';
export type {
  DocSpaceHooks,
  RequestEvent,
  ResponseEvent,
  RetryEvent,
  WaitEvent,
  WarningEvent,
} from './hooks.ts';
export type { IterateOptions } from './lists/iterate.ts';
export type { DocSpaceClientOptions, RetryOptions } from './options.ts';
export type { Dialect } from './protocol/dialect.ts';
export type { OperationId } from './protocol/operations.ts';
export type { FetchLike, FetchLikeInit, FetchLikeResponse } from './transport/fetch.ts';
export type { Client, ClientInfo, ClientPage, ClientsInfo, Cursor, PublicClientInfo } from './types.ts';
export type { ResponseValidator, Violation } from './validation.ts';

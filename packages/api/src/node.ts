/** A fetch for Node that is faster than the platform's, for the option `fetch` of createDocSpaceClient. */
export type { NodeFetch, NodeFetchInit, NodeFetchOptions } from './node/fetch.ts';
export type { NodeFetchResponse } from './node/response.ts';
export { nodeFetch } from './node/fetch.ts';

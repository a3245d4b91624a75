/** A fetch for Node that is faster than the platform's, for the option `fetch` of createDocSpaceClient. */
export type { NodeFetch, NodeFetchInit, NodeFetchOptions, NodeFetchResponse } from './node/fetch.ts';
export { nodeFetch } from './node/fetch.ts';

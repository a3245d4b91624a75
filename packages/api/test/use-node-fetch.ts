/** Set-up of the second run of the client's tests: DocSpace clients that are given no fetch use nodeFetch(). */
import { nodeFetch } from '../src/node.ts';

globalThis.fetch = nodeFetch() as never;

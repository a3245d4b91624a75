/**
 * Set-up of the second run of the client's tests: the DocSpace clients that are given no fetch use nodeFetch(). The counter
 * shows that they do.
 */
import { afterAll, expect } from 'vitest';
import { nodeFetch } from '../src/node.ts';

let requests = 0;
const fetch = nodeFetch();
globalThis.fetch = ((url: string, init: object) => {
  requests++;
  return fetch(url, init);
}) as never;

afterAll(() => {
  // A file that sends nothing belongs to the run with the platform's fetch only.
  expect(requests).toBeGreaterThan(0);
});

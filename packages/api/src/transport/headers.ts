import { UnusableFetch } from './fetch.ts';

/** The headers of a response. */
export interface ResponseHeaders {
  /** The value of a header, whatever the case of its name; several values are joined by commas. */
  get(name: string): string | null;
  entries(): Iterable<[string, string]>;
}

/** Headers from pairs of names and values. */
function fromPairs(pairs: Iterable<readonly [string, unknown]>): ResponseHeaders {
  const fields = new Map<string, string>();
  for (const [name, value] of pairs) fields.set(name.toLowerCase(), String(value));
  return { get: (name) => fields.get(name.toLowerCase()) ?? null, entries: () => fields.entries() };
}

/** The headers of what a fetch resolved to: Headers, a Map, a plain object, or an object with `get` alone. */
export function readHeaders(given: unknown): ResponseHeaders {
  if (given === undefined || given === null) return fromPairs([]);
  if (typeof given !== 'object')
    throw new UnusableFetch('The response of the fetch has headers that are not an object.');
  if (given instanceof Map) return fromPairs(given as Map<string, unknown>);
  const { get, entries } = given as Partial<ResponseHeaders>;
  if (typeof get !== 'function') return fromPairs(Object.entries(given));
  if (typeof entries === 'function') return given as ResponseHeaders;
  return { get: (name) => (given as ResponseHeaders).get(name) ?? null, entries: () => [] };
}

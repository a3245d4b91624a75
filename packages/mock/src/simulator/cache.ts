import type { JsonObject } from './json.ts';

/** What a single read of a portal comes from: `null-text` is a Redis cache that gives the text "null" where there is none. */
export const cacheNames = ['off', 'null-text'] as const;
export type Cache = (typeof cacheNames)[number];

const NULLABLE = ['description', 'website_url', 'terms_url', 'policy_url', 'logo'];

/** A record as the cache gives it. */
export function cached(record: JsonObject, cache: Cache): JsonObject {
  if (cache === 'off') return record;
  const texts = NULLABLE.filter((name) => record[name] === null).map((name) => [name, 'null'] as const);
  return { ...record, ...Object.fromEntries(texts) };
}

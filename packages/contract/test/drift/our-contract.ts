import type { OpenApiDocument } from '@docspace-oauth/openapi';
import { readDocument } from '@docspace-oauth/openapi/node';

/** A part of a document that a test changes. */
export type Json = Record<string, unknown>;

/** A copy of the portal's contract that a test may change; it is an OpenAPI document like any other. */
export async function ourContract(): Promise<Json & { paths: Record<string, { get: Json }> }> {
  const document: OpenApiDocument = structuredClone(await readDocument('portal'));
  return document as unknown as Json & { paths: Record<string, { get: Json }> };
}

/** An object inside a document. */
export function inside(document: unknown, ...keys: string[]): Json {
  let at = document;
  for (const key of keys) at = (at as Json | undefined)?.[key];
  if (typeof at !== 'object' || at === null)
    throw new Error(`The contract has nothing at ${keys.join(' ')}.`);
  return at as Json;
}

import { readFileSync } from 'node:fs';
import type { Dialect } from '@docspace-oauth/mock';
import { documentPath } from '@docspace-oauth/mock';

/** The parts of a bundled OpenAPI document that cases are made of. */
export interface Document {
  paths: Record<string, { get: Operation }>;
  components: Record<string, Record<string, unknown>>;
}

export interface Operation {
  operationId: string;
  security: Record<string, string[]>[];
  parameters?: (Parameter | Reference)[];
  responses: Record<string, Response | Reference>;
}

export interface Reference {
  $ref: string;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header' | 'cookie';
  required?: boolean;
  schema: Schema;
  example?: unknown;
  examples?: Record<string, { value: unknown } | Reference>;
}

export type Schema = Record<string, unknown>;

export interface Response {
  content?: Record<string, { schema: Schema; examples: Record<string, Example | Reference> }>;
}

export interface Example {
  value: unknown;
}

/** The bundle of a dialect, as it was built. */
export function readDocument(dialect: Dialect): Document {
  return JSON.parse(readFileSync(documentPath(dialect), 'utf8')) as Document;
}

/** What a reference inside the bundle points at, or the value itself where it is none. */
export function resolve<T extends object>(document: Document, value: T | Reference): T {
  if (!('$ref' in value)) return value;
  const target = value.$ref
    .slice('#/'.length)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], document);
  return resolve(document, target as T | Reference);
}

/** A JSON pointer of one more step. */
export function pointer(...keys: string[]): string {
  return keys.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

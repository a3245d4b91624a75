import { readFileSync } from 'node:fs';

interface Reference {
  $ref: string;
}

export interface Response {
  content?: Record<string, { schema: object; examples: Record<string, Example | Reference> }>;
}

interface Example {
  value: unknown;
}

export interface Parameter {
  name: string;
  examples?: Record<string, Example | Reference>;
}

export interface Operation {
  operationId: string;
  parameters?: (Parameter | Reference)[];
  security: object[];
  responses: Record<string, Response | Reference>;
}

export interface Bundle {
  paths: Record<string, { get: Operation }>;
  components: Record<string, Record<string, unknown>>;
}

export const dialects = ['guide', 'portal'] as const;
export type Dialect = (typeof dialects)[number];

export function readBundle(dialect: Dialect): Bundle {
  return JSON.parse(readFileSync(new URL(`../dist/${dialect}.json`, import.meta.url), 'utf8')) as Bundle;
}

/** What a reference inside a bundle points at, or the value itself. */
export function resolve<T extends object>(bundle: Bundle, value: T | Reference): T {
  if (!('$ref' in value)) return value;
  const [, group = '', name = ''] = value.$ref.slice(2).split('/');
  return bundle.components[group]?.[name] as T;
}

/** One named example of a bundle's responses, with the schema that it has to match. */
export interface NamedExample {
  operationId: string;
  status: string;
  mediaType: string;
  name: string;
  schema: object;
  value: unknown;
}

export function examplesOf(bundle: Bundle): NamedExample[] {
  return Object.values(bundle.paths).flatMap(({ get: { operationId, responses } }) =>
    Object.entries(responses).flatMap(([status, response]) =>
      Object.entries(resolve(bundle, response).content ?? {}).flatMap(([mediaType, { schema, examples }]) =>
        Object.entries(examples).map(([name, example]) => {
          const { value } = resolve(bundle, example);
          return { operationId, status, mediaType, name, schema, value };
        }),
      ),
    ),
  );
}

export type ClientRecord = Record<string, unknown> & { client_id: string; name: string; created_on: string };

/** The clients of a body, in whatever it is wrapped. */
export function clientsIn(body: unknown): ClientRecord[] {
  if (Array.isArray(body)) return body.flatMap(clientsIn);
  if (typeof body !== 'object' || body === null) return [];
  if ('client_id' in body) return [body as ClientRecord];
  return Object.values(body).flatMap(clientsIn);
}

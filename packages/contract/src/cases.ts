import type { Dialect } from '@docspace-oauth/mock';
import type { Document, Operation, Parameter } from './document.ts';
import { pointer, resolve } from './document.ts';

/** One declared answer: an operation, a status, a media type and a named example. */
export interface Case {
  dialect: Dialect;
  operationId: string;
  /** The path with the example of each parameter filled in, query included. */
  target: string;
  /** Whether the operation takes a credential. */
  authenticated: boolean;
  status: number;
  /** Undefined where the status is declared without a body. */
  mediaType: string | undefined;
  example: string | undefined;
  /** What the example says. */
  value: unknown;
  /** JSON pointer of the body's schema in the document. */
  schema: string | undefined;
}

function exampleOf(document: Document, parameter: Parameter): unknown {
  if (parameter.example !== undefined) return parameter.example;
  const first = Object.values(parameter.examples ?? {})[0];
  if (!first) throw new Error(`The parameter ${parameter.name} has no example.`);
  return resolve(document, first).value;
}

export function parametersOf(document: Document, operation: Operation): Parameter[] {
  return (operation.parameters ?? []).map((parameter) => resolve(document, parameter));
}

/** The path of a request in which each parameter has its example, or the value given here; undefined leaves it out. */
export function targetOf(
  document: Document,
  path: string,
  operation: Operation,
  override: Record<string, string | string[] | undefined> = {},
): string {
  const query = new URLSearchParams();
  let filled = path;
  for (const parameter of parametersOf(document, operation)) {
    const { name } = parameter;
    const wanted = parameter.in === 'path' || parameter.required ? exampleOf(document, parameter) : undefined;
    const value = name in override ? override[name] : wanted;
    if (parameter.in === 'path') filled = filled.replace(`{${name}}`, encodeURIComponent(String(value)));
    if (parameter.in !== 'query' || value === undefined) continue;
    for (const item of Array.isArray(value) ? value : [value]) query.append(name, String(item));
  }
  return query.size > 0 ? `${filled}?${query}` : filled;
}

/** Every declared answer of a document. */
export function casesOf(dialect: Dialect, document: Document): Case[] {
  return Object.entries(document.paths).flatMap(([path, { get }]) =>
    Object.entries(get.responses).flatMap(([status, declared]): Case[] => {
      const { content } = resolve(document, declared);
      const common = {
        dialect,
        operationId: get.operationId,
        target: targetOf(document, path, get),
        authenticated: get.security.length > 0,
        status: Number(status),
      };
      const nothing = { mediaType: undefined, example: undefined, value: undefined, schema: undefined };
      if (!content) return [{ ...common, ...nothing }];
      const base =
        '$ref' in declared ? declared.$ref.slice(1) : pointer('paths', path, 'get', 'responses', status);
      return Object.entries(content).flatMap(([mediaType, { examples }]) =>
        Object.entries(examples).map(([example, named]) => ({
          ...common,
          mediaType,
          example,
          value: resolve(document, named).value,
          schema: `${base}${pointer('content', mediaType, 'schema')}`,
        })),
      );
    }),
  );
}

import type { ContractOperation, OpenApiDocument, Parameter } from '@docspace-oauth/openapi';
import { resolve } from '@docspace-oauth/openapi';

/** A request for an operation, nothing of it encoded yet. */
export interface ContractRequest {
  readonly operationId: string;
  /** The path with its templates, such as `/clients/{id}`. */
  readonly path: string;
  readonly params: {
    readonly path: Readonly<Record<string, string>>;
    readonly query: Readonly<Record<string, string | readonly string[]>>;
  };
}

/** Values to use instead of a parameter's example; undefined leaves the parameter out. */
export type ParameterValues = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A request in which each parameter that it needs has its example. */
export function requestFor(
  document: OpenApiDocument,
  { operationId, path, parameters }: ContractOperation,
  values: ParameterValues = {},
): ContractRequest {
  const params = { path: {} as Record<string, string>, query: {} as Record<string, string | string[]> };
  for (const parameter of parameters) {
    const { name, in: place, required } = parameter;
    const needed = place === 'path' || required ? exampleOf(document, parameter) : undefined;
    const value = name in values ? values[name] : needed;
    if (value === undefined) continue;
    if (place === 'path') params.path[name] = String(value);
    if (place === 'query') params.query[name] = Array.isArray(value) ? value.map(String) : String(value);
  }
  return { operationId, path, params };
}

function exampleOf(document: OpenApiDocument, parameter: Parameter): unknown {
  if (parameter.example !== undefined) return parameter.example;
  const [first] = Object.values(parameter.examples ?? {});
  if (!first) throw new Error(`The parameter ${parameter.name} has no example.`);
  return resolve(document, first).value;
}

/** The path and query of a request, encoded. */
export function targetOf({ path, params }: ContractRequest): string {
  const filled = path.replaceAll(/\{(\w+)\}/gu, (_, name: string) =>
    encodeURIComponent(params.path[name] ?? ''),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params.query)) {
    for (const item of [value].flat()) query.append(name, item);
  }
  return query.size > 0 ? `${filled}?${query}` : filled;
}

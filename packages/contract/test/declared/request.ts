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

/** A request in which each parameter that it needs has its example. */
export function requestFor(
  document: OpenApiDocument,
  { operationId, path, parameters }: ContractOperation,
): ContractRequest {
  const params = {
    path: {} as Record<string, string>,
    query: {} as Record<string, string | readonly string[]>,
  };
  for (const parameter of parameters) {
    const { name, in: place, required } = parameter;
    if (place !== 'path' && !required) continue;
    const value = exampleOf(document, parameter);
    if (place === 'query') params.query[name] = value;
    else if (place === 'path' && typeof value === 'string') params.path[name] = value;
    else throw new TypeError(`The parameter ${name} cannot be sent as ${JSON.stringify(value)}.`);
  }
  return { operationId, path, params };
}

function exampleOf(document: OpenApiDocument, { name, example, examples }: Parameter): string | string[] {
  const [first] = Object.values(examples ?? {});
  const value = example ?? (first && resolve(document, first).value);
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(String);
  throw new TypeError(`The parameter ${name} has no example that a URL can hold.`);
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

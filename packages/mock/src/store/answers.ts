import type { DeclaredResponse, Example, Operation } from './contract.ts';
import { isObject, type Json } from './json.ts';
import type { Answer } from './request.ts';

const STATUS_TEXT: Readonly<Record<number, string>> = {
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** A success: the body as JSON, with the headers that the contract gives this operation. */
export function success(
  operation: Operation,
  body: Json,
  headers: Readonly<Record<string, number>> = {},
): Answer {
  const declared = operation.responses.get(200);
  return {
    status: 200,
    headers: { 'content-type': 'application/json', ...declaredHeaders(declared), ...headers },
    body,
  };
}

/** What the contract's example of a failure says, of this request: its `instance` is the path asked for. */
export function failure(
  operation: Operation,
  status: number,
  slug: string,
  path: string,
  headers: Readonly<Record<string, string | number>> = {},
): Answer {
  const response = operation.responses.get(status);
  if (response === undefined) return undeclared(status, path);
  const example = response.examples.find((known) => known.slug === slug) ?? response.examples[0];
  return {
    status,
    headers: {
      ...(example && { 'content-type': example.mediaType }),
      ...headers,
    },
    body: example && bodyOf(example, path),
  };
}

/** A status that the contract does not know for this operation, as a proxy on the way may send it. */
function undeclared(status: number, path: string): Answer {
  return {
    status,
    headers: { 'content-type': 'application/problem+json' },
    body: { title: STATUS_TEXT[status] ?? 'Error', status, instance: path },
  };
}

function bodyOf({ value }: Example, path: string): Json {
  return isObject(value) && 'instance' in value ? { ...value, instance: path } : value;
}

const cachedHeaders = new WeakMap<DeclaredResponse, Readonly<Record<string, string | number>>>();

function declaredHeaders(response: DeclaredResponse | undefined): Readonly<Record<string, string | number>> {
  if (response === undefined) return {};
  let headers = cachedHeaders.get(response);
  if (headers === undefined) {
    headers = Object.fromEntries(
      [...response.headers].flatMap(([name, value]) =>
        typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [],
      ),
    );
    cachedHeaders.set(response, headers);
  }
  return headers;
}

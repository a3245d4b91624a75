import type { Operation } from './contract.ts';

/** Which operation a request is for, or why it is for none. */
export type Route =
  | {
      readonly kind: 'operation';
      readonly operation: Operation;
      /** The parameters in the path, decoded. */
      readonly params: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'unknown-path' }
  | { readonly kind: 'unknown-method' };

export interface Target {
  /** Still encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
}

/** Splits a request target. A proxy sends a whole URL; a fragment is no part of a request and is left out. */
export function splitTarget(target: string): Target {
  const [, path = '', query = ''] =
    /^(?:[a-z][a-z\d+.-]*:\/\/[^/?#]*)?([^?#]*)(?:\?([^#]*))?/iu.exec(target) ?? [];
  return { path: path === '' ? '/' : path, query: new URLSearchParams(query) };
}

/** Finds the operation of a method and a path. What is spelled out beats a parameter: `/clients/info` is no id. */
export function createRouter(operations: Iterable<Operation>): (method: string, path: string) => Route {
  const templates = [...operations]
    .map((operation) => ({ operation, segments: operation.path.split('/') }))
    .toSorted((one, other) => countParameters(one.segments) - countParameters(other.segments));
  return (method, path) => {
    const parts = path.split('/');
    for (const { operation, segments } of templates) {
      const params = match(segments, parts);
      if (params === undefined) continue;
      return method === 'GET' ? { kind: 'operation', operation, params } : { kind: 'unknown-method' };
    }
    return { kind: 'unknown-path' };
  };
}

const PARAMETER = /^\{(.+)\}$/u;

function countParameters(segments: readonly string[]): number {
  return segments.filter((segment) => PARAMETER.test(segment)).length;
}

function match(segments: readonly string[], parts: readonly string[]): Record<string, string> | undefined {
  if (segments.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const part = parts[index] ?? '';
    const name = PARAMETER.exec(segment)?.[1];
    if (name !== undefined) params[name] = decode(part);
    else if (segment !== part) return undefined;
  }
  return params;
}

/** A segment that is no valid encoding stands for itself. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

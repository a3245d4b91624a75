import type { Operation } from './contract.ts';

/** The operation of a path, whatever the method is. */
export interface Route {
  readonly operation: Operation;
  /** The parameters in the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
}

export type Router = (path: string) => Route | undefined;

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

/** Finds the operation of a path. What is spelled out beats a parameter: `/clients/info` is no id. */
export function createRouter(operations: Iterable<Operation>, decodesPaths: boolean): Router {
  const templates = [...operations]
    .map((operation) => ({ operation, segments: operation.path.split('/') }))
    .toSorted((one, other) => countParameters(one.segments) - countParameters(other.segments));
  return (path) => {
    const parts = path.split('/').map((sent) => ({ word: decodesPaths ? decode(sent) : sent, sent }));
    for (const { operation, segments } of templates) {
      const params = match(segments, parts);
      if (params !== undefined) return { operation, params };
    }
    return undefined;
  };
}

interface PathPart {
  /** What is compared with a word of the contract. */
  readonly word: string;
  readonly sent: string;
}

const PARAMETER = /^\{(.+)\}$/u;

function countParameters(segments: readonly string[]): number {
  return segments.filter((segment) => PARAMETER.test(segment)).length;
}

function match(segments: readonly string[], parts: readonly PathPart[]): Record<string, string> | undefined {
  if (segments.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const { word = '', sent = '' } = parts[index] ?? {};
    const name = PARAMETER.exec(segment)?.[1];
    if (name !== undefined) params[name] = decode(sent);
    else if (segment !== word) return undefined;
  }
  return params;
}

/** A segment that is no valid encoding stands for itself. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

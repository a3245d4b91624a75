import { tokenPath } from '@docspace-oauth/api/transport';
import { operationsOf, type ContractOperation, type OpenApiDocument } from '@docspace-oauth/openapi';
import portal from '@docspace-oauth/openapi/portal.json' with { type: 'json' };

/**
 * What is forwarded: everything but the token endpoint, which the proxy calls itself. A path without a variable comes
 * first: `/clients/info` is no client called "info".
 */
export const forwarded: readonly ContractOperation[] = operationsOf(
  // The bundle is built and linted by its own package, so it is what its type says.
  portal as unknown as OpenApiDocument,
)
  .filter(({ path }) => path !== tokenPath)
  .toSorted((a, b) => variables(a) - variables(b));

/** An operation that a request asks for, and its parameters. */
export interface Match {
  readonly operation: ContractOperation;
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** What is sent to the upstream: the path with its ids encoded again, and the declared query parameters verbatim. */
  readonly target: string;
}

/** Finds the operation that a request target (raw path and query) belongs to. */
export function matchOperation(requestTarget: string): Match | undefined {
  const [rawPath = '', rawQuery = ''] = requestTarget.split(/\?(.*)/su);
  for (const operation of forwarded) {
    const path = matchPath(operation.path, rawPath);
    if (path !== undefined) {
      const search = declaredQuery(operation, rawQuery);
      const target = `${fillPath(operation.path, path)}${search && `?${search}`}`;
      return { operation, path, query: new URLSearchParams(rawQuery), target };
    }
  }
  return undefined;
}

function variables({ path }: ContractOperation): number {
  return path.split('{').length - 1;
}

/** The path's parameters, decoded; undefined if it is another path. Nothing is normalised. */
function matchPath(template: string, rawPath: string): Record<string, string> | undefined {
  const expected = template.split('/');
  const actual = rawPath.split('/');
  if (expected.length !== actual.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, segment] of expected.entries()) {
    const raw = actual[index] ?? '';
    const name = /^\{(.+)\}$/u.exec(segment)?.[1];
    if (name === undefined) {
      if (raw !== segment) return undefined;
    } else {
      const value = decode(raw);
      // Servers resolve dots and slashes at different stages: with them an id could become another path, signed.
      if (value === undefined || !/^[^./\\][^/\\]*$/su.test(value)) return undefined;
      parameters[name] = value;
    }
  }
  return parameters;
}

function fillPath(template: string, parameters: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{([^}]+)\}/gu, (_, name: string) =>
    encodeURIComponent(parameters[name] ?? ''),
  );
}

/** Portals ignore other parameters, and those may hold a credential. A cursor has to be sent character for character. */
function declaredQuery({ parameters }: ContractOperation, rawQuery: string): string {
  const declared = new Set(
    parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name),
  );
  return rawQuery
    .split('&')
    .filter((pair) => declared.has([...new URLSearchParams(pair).keys()][0] ?? ''))
    .join('&');
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

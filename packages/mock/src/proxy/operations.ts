import { follow, toPointer, valueAt, type Contract } from './contract.ts';

const TOKEN_OPERATION = 'generateJwtToken';

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  /** Where its schema stands in the contract. */
  readonly schema: string;
}

export interface Operation {
  readonly id: string;
  readonly path: string;
  /** Takes no credential. */
  readonly anonymous: boolean;
  readonly parameters: readonly Parameter[];
}

export interface Operations {
  readonly forwarded: readonly Operation[];
  readonly token: Operation;
}

/** An operation that a request asks for, and its parameters. */
export interface Match {
  readonly operation: Operation;
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** What to ask the upstream for: the path built anew, and the parameters that the contract has, as they came. */
  readonly target: string;
}

export function readOperations(contract: Contract): Operations {
  const all = Object.keys(contract.paths).map((path) => readOperation(contract, path));
  const token = all.find(({ id }) => id === TOKEN_OPERATION);
  if (token === undefined) throw new TypeError(`The contract has no ${TOKEN_OPERATION}`);
  // A path without a parameter comes first: `/clients/info` is no client called "info".
  const forwarded = all
    .filter((operation) => operation !== token)
    .toSorted((a, b) => variables(a) - variables(b));
  return { forwarded, token };
}

function readOperation(contract: Contract, path: string): Operation {
  const get = contract.paths[path]?.get;
  if (get === undefined) throw new TypeError(`The contract has no GET ${path}`);
  const parameters = (get.parameters ?? []).map((_, index) => {
    const pointer = follow(contract, toPointer('paths', path, 'get', 'parameters', String(index)));
    return { ...(valueAt(contract, pointer) as Omit<Parameter, 'schema'>), schema: `${pointer}/schema` };
  });
  return { id: get.operationId, path, anonymous: get.security?.length === 0, parameters };
}

function variables({ path }: Operation): number {
  return path.split('{').length - 1;
}

/** Finds the operation that a request target (path and query as they came) belongs to. */
export function matchOperation(operations: readonly Operation[], requestTarget: string): Match | undefined {
  const [rawPath = '', rawQuery = ''] = requestTarget.split(/\?(.*)/su);
  for (const operation of operations) {
    const path = matchPath(operation.path, rawPath);
    if (path !== undefined) {
      const search = declaredQuery(operation, rawQuery);
      const target = `${fillPath(operation.path, path)}${search && `?${search}`}`;
      return { operation, path, query: new URLSearchParams(rawQuery), target };
    }
  }
  return undefined;
}

/** The path's parameters, decoded; undefined where the path is another. Nothing is normalised. */
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
  return template.replace(/\{([^}]+)\}/gu, (_, name: string) => encodeURIComponent(parameters[name] ?? ''));
}

/** Portals ignore other parameters, and those may hold a credential. A cursor has to go on character for character. */
function declaredQuery({ parameters }: Operation, rawQuery: string): string {
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

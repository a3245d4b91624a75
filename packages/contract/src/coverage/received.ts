import type { Schema } from '@docspace-oauth/openapi';
import { responsePointer, toPointer } from '@docspace-oauth/openapi';
import { operationOf } from '@docspace-oauth/api/transport';
import type { Contract } from '../contract.ts';
import { walkBody } from '../run/walk-body.ts';
import type { Exchange } from '../target/exchange.ts';
import { responseOf } from '../target/channel.ts';
import { branchName, nameOf, parameterName, propertyName, responseName } from './cell.ts';

/** The names of the cells that an exchange shows. */
export function cellsIn(contract: Contract, exchange: Exchange, basePath: string): Set<string> {
  const { pathname, searchParams } = new URL(exchange.url);
  const operationId = operationOf(pathname.slice(basePath.length));
  const operation = operationId && contract.operations.get(operationId);
  const cells = new Set<string>();
  if (!operation || exchange.method !== 'GET') return cells;
  const add = (what: string): void => {
    cells.add(nameOf({ dialect: contract.dialect, operationId, what }));
  };
  addResponse(contract, operation.path, exchange, add);
  for (const { name, in: place, required } of operation.parameters) {
    const values = place === 'path' ? [pathValue(operation.path, pathname)] : searchParams.getAll(name);
    if (values.length === 0) {
      if (required) add(parameterName(name, 'left out'));
      continue;
    }
    const errors = contract.checks.parameter(operationId, name, values) ?? [];
    if (errors.length === 0) add(parameterName(name, 'sent'));
    for (const { keyword } of errors) add(parameterName(name, `breaks ${keyword}`));
  }
  return cells;
}

/** The value of the one template in a path. */
function pathValue(template: string, pathname: string): string {
  const index = template.split('/').findIndex((segment) => segment.startsWith('{'));
  const fromEnd = template.split('/').length - index;
  const segment = pathname.split('/').at(-fromEnd) ?? '';
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function addResponse(
  { document, operations, checks }: Contract,
  path: string,
  exchange: Exchange,
  add: (what: string) => void,
): void {
  const operation = [...operations.values()].find((one) => one.path === path);
  const { status } = exchange;
  const declared = operation?.responses.get(status);
  if (!operation || !declared) return;
  const { text, body, mediaType, brokenJson } = responseOf(status, exchange.headers, exchange.text);
  const types = Object.keys(declared.content ?? {});
  if (text === '') {
    // Declared without content, or beside others as an empty text.
    const empty = types.find((type) => checks.body(operation.operationId, status, type, '')?.length === 0);
    if (types.length === 0 || empty !== undefined) add(responseName(status, empty));
    return;
  }
  if (mediaType === undefined || !types.includes(mediaType) || brokenJson) return;
  add(responseName(status, mediaType));
  const pointer = responsePointer(document, path, status) + toPointer('content', mediaType, 'schema');
  walkBody(document, pointer, body, {
    branch: (of, taken) => add(branchName(of, taken)),
    object({ name, schema, value }) {
      for (const [property, declaredAs] of Object.entries(
        (schema['properties'] ?? {}) as Record<string, Schema>,
      )) {
        if (!Object.hasOwn(value, property)) add(propertyName(name, property, 'absent'));
        else add(propertyName(name, property, kindOf(value[property], declaredAs)));
      }
    },
  });
}

function kindOf(value: unknown, declaredAs: Schema): string {
  if (declaredAs['type'] === undefined && declaredAs['$ref'] === undefined) return 'present';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

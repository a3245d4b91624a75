import type { Operation, Parameter } from './contract.ts';
import { objectOf, type JsonObject } from './json.ts';
import type { StoreRequest } from './request.ts';

/** How a parameter breaks what the contract says of it. */
export interface ParameterViolation {
  readonly parameter: Parameter;
  readonly kind: 'missing' | 'type' | 'range' | 'blank' | 'pattern';
}

/** The first violation of each parameter, in the contract's order. */
export function checkParameters(operation: Operation, request: StoreRequest): ParameterViolation[] {
  return operation.parameters.flatMap((parameter) => {
    const kind = violationOf(parameter, valuesOf(parameter, request));
    return kind === undefined ? [] : [{ parameter, kind }];
  });
}

function valuesOf({ in: place, name }: Parameter, { params, query }: StoreRequest): readonly string[] {
  if (place === 'query') return query.getAll(name);
  const value = params[name];
  return value === undefined ? [] : [value];
}

function violationOf(
  { required, schema }: Parameter,
  values: readonly string[],
): ParameterViolation['kind'] | undefined {
  const [value] = values;
  if (value === undefined) return required ? 'missing' : undefined;
  if (schema['type'] === 'array') return firstOf(values, objectOf(schema['items']));
  return values.length > 1 ? 'type' : valueViolation(value, schema);
}

function firstOf(values: readonly string[], schema: JsonObject): ParameterViolation['kind'] | undefined {
  for (const value of values) {
    const kind = valueViolation(value, schema);
    if (kind !== undefined) return kind;
  }
  return undefined;
}

function valueViolation(value: string, schema: JsonObject): ParameterViolation['kind'] | undefined {
  const { type, minimum, maximum, pattern } = schema;
  if (type === 'integer') {
    if (!/^-?\d+$/u.test(value)) return 'type';
    const number = Number(value);
    const low = typeof minimum === 'number' && number < minimum;
    const high = typeof maximum === 'number' && number > maximum;
    return low || high ? 'range' : undefined;
  }
  if (typeof pattern !== 'string' || new RegExp(pattern, 'u').test(value)) return undefined;
  return value.trim() === '' ? 'blank' : 'pattern';
}

import type { ContractChecks, Parameter, SchemaError } from '@docspace-oauth/openapi';

import type { Operation } from './contract.ts';
import type { Violation } from './violations.ts';

/** How a parameter breaks what the contract says of it. */
export interface ParameterViolation {
  readonly parameter: Parameter;
  readonly kind: 'missing' | 'type' | 'range' | 'blank' | 'pattern';
  readonly violation: Violation;
}

export interface ParameterValues {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

/** Everything that is wrong with the parameters of a request, in the contract's order. */
export function checkParameters(
  operation: Operation,
  checks: ContractChecks,
  values: ParameterValues,
): ParameterViolation[] {
  return operation.parameters.flatMap((parameter) => {
    const given = valuesOf(parameter, values);
    if (given.length === 0) return parameter.required === true ? [missing(parameter)] : [];
    const errors = checks.parameter(operation.id, parameter.name, given) ?? [];
    return errors.map((error) => broken(parameter, given, error));
  });
}

function valuesOf({ in: place, name }: Parameter, { params, query }: ParameterValues): readonly string[] {
  if (place === 'query') return query.getAll(name);
  const value = params[name];
  return value === undefined ? [] : [value];
}

function missing(parameter: Parameter): ParameterViolation {
  return {
    parameter,
    kind: 'missing',
    violation: {
      side: 'request',
      pointer: `/request/${parameter.in}`,
      message: `the parameter ${parameter.name} is missing`,
      cure: parameter.description ?? '',
    },
  };
}

function broken(
  parameter: Parameter,
  values: readonly string[],
  { pointer, message, keyword }: SchemaError,
): ParameterViolation {
  const value = values[Number(pointer.slice(1))] ?? '';
  return {
    parameter,
    kind: kindOf(keyword, value),
    violation: {
      side: 'request',
      pointer: `/request/${parameter.in}/${parameter.name}${pointer}`,
      message: `the parameter ${parameter.name} ${message}`,
      cure: parameter.description ?? '',
    },
  };
}

function kindOf(keyword: string, value: string): ParameterViolation['kind'] {
  if (keyword === 'type') return 'type';
  if (keyword === 'minimum' || keyword === 'maximum') return 'range';
  return value.trim() === '' ? 'blank' : 'pattern';
}

import type { Dialect } from '@docspace-oauth/openapi';

/** What of an operation is declared. */
export type CellKind = 'response' | 'parameter' | 'property';

/** One thing that the contract declares and that a run may receive or send. */
export interface Cell {
  readonly dialect: Dialect;
  readonly operationId: string;
  readonly kind: CellKind;
  /** What it is, in words that are the same wherever it is seen. */
  readonly what: string;
  /** Where the contract declares it: a JSON pointer into the bundle. */
  readonly pointer: string;
}

/** The name of a cell: unique, and the same from run to run. */
export function nameOf({
  dialect,
  operationId,
  what,
}: Pick<Cell, 'dialect' | 'operationId' | 'what'>): string {
  return `${dialect} ${operationId} ${what}`;
}

export function responseName(status: number | string, mediaType: string | undefined): string {
  return `${status} ${mediaType ?? 'without a body'}`;
}

export function parameterName(parameter: string, how: string): string {
  return `parameter ${parameter}: ${how}`;
}

export function propertyName(schema: string, property: string, kind: string): string {
  return `${schema}/${property} ${kind}`;
}

export function branchName(of: string, taken: string): string {
  return `${of} as ${taken}`;
}

import type { OpenApiDocument, Operation, Parameter, Response } from './document.ts';
import { toPointer, valueAt } from './pointer.ts';
import { locate, resolve } from './reference.ts';

/** An operation of a document with every reference on the way followed. */
export interface ContractOperation {
  readonly operationId: string;
  /** The path with its templates, such as `/clients/{id}`. */
  readonly path: string;
  /** Whether the operation takes a credential. */
  readonly secured: boolean;
  readonly operation: Operation;
  readonly parameters: readonly Parameter[];
  /** The declared responses by their status. */
  readonly responses: ReadonlyMap<number, Response>;
}

/** The operations of a document, in its order. */
export function operationsOf(document: OpenApiDocument): ContractOperation[] {
  return Object.entries(document.paths).map(([path, { get: operation }]) => ({
    operationId: operation.operationId,
    path,
    secured: (operation.security ?? document.security ?? []).length > 0,
    operation,
    parameters: (operation.parameters ?? []).map((parameter) => resolve(document, parameter)),
    responses: new Map(
      Object.entries(operation.responses).map(([status, response]) => [
        Number(status),
        resolve(document, response),
      ]),
    ),
  }));
}

/** The pointer of a declared response, behind a reference to a shared one if there is one. */
export function responsePointer(document: OpenApiDocument, path: string, status: number): string {
  return locate(document, toPointer('paths', path, 'get', 'responses', status));
}

/** The pointer of a parameter of an operation, by its place in the list, with its value. */
export function parameterPointers(
  document: OpenApiDocument,
  { path, operation }: ContractOperation,
): { pointer: string; parameter: Parameter }[] {
  return (operation.parameters ?? []).map((_, index) => {
    const pointer = locate(document, toPointer('paths', path, 'get', 'parameters', index));
    return { pointer, parameter: valueAt(document, pointer) as Parameter };
  });
}

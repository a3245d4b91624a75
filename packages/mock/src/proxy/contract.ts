import { documentPath, readDocument, type OpenApiDocument } from '../documents.ts';

/** The parts of the portal's contract that the proxy works by. */
export interface Contract extends OpenApiDocument {
  readonly paths: Readonly<Record<string, { readonly get: ContractOperation }>>;
}

interface ContractOperation {
  readonly operationId: string;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly unknown[];
  readonly responses: Readonly<Record<string, unknown>>;
}

export async function readContract(): Promise<Contract> {
  // The bundle is made and linted by this project: that its operations are whole is checked there.
  return (await readDocument(documentPath('portal'))) as Contract;
}

/** A JSON pointer to the place that these keys lead to. */
export function toPointer(...keys: readonly string[]): string {
  return keys.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

export function valueAt(contract: Contract, pointer: string): unknown {
  let value: unknown = contract;
  for (const key of pointer.split('/').slice(1)) {
    value = (value as Record<string, unknown>)[key.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return value;
}

/** The same place, or the one that the reference there leads to. */
export function follow(contract: Contract, pointer: string): string {
  const { $ref } = valueAt(contract, pointer) as { $ref?: string };
  return $ref === undefined ? pointer : $ref.slice(1);
}

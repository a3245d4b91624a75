import {
  operationsOf,
  resolve,
  type ContractOperation,
  type OpenApiDocument,
  type Schema,
} from '@docspace-oauth/openapi';

/** What the contract of one dialect says of an operation, as far as a page shows it. */
export interface OperationFacts {
  readonly path: string;
  readonly summary: string;
  /** The first paragraph of its description: what it gives, and to whom. */
  readonly gives: string;
  /** How the call proves who is asking: a Bearer key, a token in `x-signature`, or nothing. */
  readonly credential: 'key' | 'token' | 'none';
  readonly query: readonly string[];
  /** The fields of a record in a 200. */
  readonly fields: readonly string[];
}

export interface ContractFacts {
  readonly operations: Readonly<Record<string, OperationFacts>>;
  /** What the fields mean. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Takes from a bundled contract what the pages show of it, so that they say nothing that the contract does not. */
export function factsOf(document: OpenApiDocument): ContractFacts {
  const fields: Record<string, string> = {};
  const operations = operationsOf(document).map((operation) => {
    const record = recordOf(document, operation);
    for (const [name, { description }] of Object.entries(record))
      fields[name] ??= (description ?? '').replaceAll('`', '');
    const facts: OperationFacts = {
      path: operation.path,
      summary: operation.operation.summary ?? operation.operationId,
      gives: firstParagraph(operation.operation.description ?? ''),
      credential: credentialOf(document, operation),
      query: operation.parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name),
      fields: Object.keys(record),
    };
    return [operation.operationId, facts] as const;
  });
  return { operations: Object.fromEntries(operations), fields };
}

function firstParagraph(markdown: string): string {
  const [first = ''] = markdown.split('\n\n');
  const text = first
    .replace(/^Step \d: /u, '')
    .replaceAll('`', '')
    .replaceAll('\n', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

type Fields = Readonly<Record<string, { readonly description?: string }>>;

/** The fields of the record that an operation answers with, however it is wrapped. */
function recordOf(document: OpenApiDocument, { responses }: ContractOperation): Fields {
  const content = responses.get(200)?.content?.['application/json'];
  return content === undefined ? {} : (findRecord(document, content.schema) ?? {});
}

function findRecord(document: OpenApiDocument, given: unknown): Fields | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const schema: Schema = resolve(document, given as Schema);
  const properties = schema['properties'] as Fields | undefined;
  if (properties && 'client_id' in properties) return properties;
  const inside = [
    properties?.['response'],
    properties?.['data'],
    schema['items'],
    ...((schema['oneOf'] ?? schema['anyOf'] ?? []) as unknown[]),
  ];
  for (const part of inside) {
    const found = findRecord(document, part);
    if (found) return found;
  }
  return undefined;
}

function credentialOf(
  document: OpenApiDocument,
  { operation, secured }: ContractOperation,
): OperationFacts['credential'] {
  if (!secured) return 'none';
  const [scheme = ''] = Object.keys((operation.security ?? document.security)?.[0] ?? {});
  return document.components?.securitySchemes?.[scheme]?.type === 'http' ? 'key' : 'token';
}

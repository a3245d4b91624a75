import { Ajv2020, type Options } from 'ajv/dist/2020.js';
import { bodyKey, headerKey, parameterKey } from '../checks.ts';
import type { Header, OpenApiDocument } from '../document.ts';
import { operationsOf, parameterPointers, responsePointer } from '../operations.ts';
import { toPointer, valueAt } from '../pointer.ts';
import { locate } from '../reference.ts';

/**
 * The one set of formats, as patterns: they become part of compiled code, where a library of formats would bring all of its
 * own along. A format that is not here fails the compilation.
 */
const formats: Readonly<Record<string, RegExp>> = {
  'date-time':
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i,
  uuid: /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i,
  // oxlint-disable-next-line no-control-regex -- control characters are what a reference may not have
  'uri-reference': /^(?:[^\s<>"{}|\\^`%\u0000-\u001f\u007f]|%[\da-f]{2})*$/i,
};

/** Ajv with the formats of the contract. A format that it does not know is an error, not a warning. */
export function createAjv(options: Options = {}): Ajv2020 {
  const ajv = new Ajv2020({
    // An OpenAPI document is no schema, only a place that schemas stand in: its own keywords are not Ajv's business.
    strict: false,
    validateSchema: false,
    logger: {
      log: () => undefined,
      warn: (problem) => {
        throw new TypeError(String(problem));
      },
      error: (problem) => {
        throw new TypeError(String(problem));
      },
    },
    ...options,
  });
  for (const [name, pattern] of Object.entries(formats)) ajv.addFormat(name, pattern);
  return ajv;
}

/** A schema that a value can be checked with: what it is for, and where it stands in the document. */
export interface SchemaPlace {
  readonly kind: 'bodies' | 'headers' | 'parameters';
  readonly key: string;
  readonly pointer: string;
  /** The type that the text of a header or parameter stands for. */
  readonly type: unknown;
}

/** Every schema of a document that something received or sent can be checked with. */
export function schemaPlaces(document: OpenApiDocument): SchemaPlace[] {
  const place = (kind: SchemaPlace['kind'], key: string, pointer: string): SchemaPlace => {
    const schema = valueAt(document, locate(document, pointer));
    return { kind, key, pointer, type: (schema as { type?: unknown } | undefined)?.type };
  };
  return operationsOf(document).flatMap((operation) => [
    ...parameterPointers(document, operation).map(({ pointer, parameter: { name } }) =>
      place('parameters', parameterKey(operation.operationId, name), `${pointer}/schema`),
    ),
    ...[...operation.responses].flatMap(([status, { content = {}, headers = {} }]) => {
      const base = responsePointer(document, operation.path, status);
      return [
        ...Object.keys(content).map((mediaType) =>
          place(
            'bodies',
            bodyKey(operation.operationId, status, mediaType),
            base + toPointer('content', mediaType, 'schema'),
          ),
        ),
        ...Object.keys(headers satisfies Record<string, Header | object>).map((name) =>
          place(
            'headers',
            headerKey(operation.operationId, status, name),
            `${locate(document, base + toPointer('headers', name))}/schema`,
          ),
        ),
      ];
    }),
  ]);
}

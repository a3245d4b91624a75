import {
  operationsOf,
  resolve,
  type OpenApiDocument,
  type Parameter,
  type Response,
} from '@docspace-oauth/openapi';

import type { Json } from './json.ts';
import type { HeaderList } from './response.ts';

/** An operation of the contract as the simulator needs it, with every reference followed. */
export interface Operation {
  readonly id: string;
  /** With its templates, such as `/clients/{id}`. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Whether it takes a credential. */
  readonly secured: boolean;
  readonly responses: ReadonlyMap<number, DeclaredResponse>;
}

export interface DeclaredResponse {
  /** The headers with the values of their examples. */
  readonly headers: HeaderList;
  readonly mediaTypes: readonly string[];
  readonly examples: readonly Example[];
}

export interface Example {
  readonly slug: string;
  readonly mediaType: string;
  readonly value: Json;
}

/** The operations of a document by their ids. */
export function readOperations(document: OpenApiDocument): ReadonlyMap<string, Operation> {
  return new Map(
    operationsOf(document).map(({ operationId, path, parameters, secured, responses }) => [
      operationId,
      {
        id: operationId,
        path,
        parameters,
        secured,
        responses: new Map(
          [...responses].map(([status, response]) => [status, readResponse(document, response)]),
        ),
      },
    ]),
  );
}

function readResponse(document: OpenApiDocument, { headers = {}, content = {} }: Response): DeclaredResponse {
  return {
    headers: Object.entries(headers).flatMap(([name, header]) => {
      const { example } = resolve(document, header);
      return typeof example === 'string' || typeof example === 'number' ? [[name, String(example)]] : [];
    }),
    mediaTypes: Object.keys(content),
    examples: Object.entries(content).flatMap(([mediaType, { examples }]) =>
      Object.entries(examples).map(([slug, example]) => ({
        slug,
        mediaType,
        value: resolve(document, example).value as Json,
      })),
    ),
  };
}

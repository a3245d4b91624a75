import type { Dialect, OpenApiDocument } from '@docspace-oauth/openapi';
import { operationsOf, resolve } from '@docspace-oauth/openapi';
import type { ContractRequest } from './request.ts';
import { requestFor } from './request.ts';

/** One declared response: an operation, a status, a media type and a named example. */
export interface DeclaredResponse {
  readonly dialect: Dialect;
  readonly operationId: string;
  readonly request: ContractRequest;
  /** Whether the operation takes a credential. */
  readonly secured: boolean;
  readonly status: number;
  /** Undefined if the response is declared without a body, as is `example`. */
  readonly mediaType: string | undefined;
  readonly example: string | undefined;
  /** The body of the example. */
  readonly value: unknown;
}

/** Every declared response of a document. */
export function declaredResponsesOf(dialect: Dialect, document: OpenApiDocument): DeclaredResponse[] {
  return operationsOf(document).flatMap((operation) =>
    [...operation.responses].flatMap(([status, { content = {} }]): DeclaredResponse[] => {
      const { operationId, secured } = operation;
      const request = requestFor(document, operation);
      const common = { dialect, operationId, request, secured, status };
      const bodies = Object.entries(content);
      if (bodies.length === 0) return [{ ...common, mediaType: undefined, example: undefined, value: '' }];
      return bodies.flatMap(([mediaType, { examples }]) =>
        Object.entries(examples).map(([example, named]) => ({
          ...common,
          mediaType,
          example,
          value: resolve(document, named).value,
        })),
      );
    }),
  );
}

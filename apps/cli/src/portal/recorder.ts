import type { ResponseValidator } from '@docspace-oauth/api';

export interface BodyRecorder {
  /** To be given to the DocSpace client: it accepts every body. */
  readonly validate: ResponseValidator;
  /** The last body of an operation, without its envelope. */
  last(operationId: string): Readonly<Record<string, unknown>> | undefined;
}

/** Keeps what a server really sent for some operations, where the DocSpace client hands out less or nothing, such as of the token exchange. */
export function recordBodies(...operations: readonly string[]): BodyRecorder {
  const bodies = new Map<string, unknown>();
  return {
    validate(operationId, _dialect, body) {
      // A copy: the DocSpace client goes on with this body.
      if (operations.includes(operationId)) bodies.set(operationId, structuredClone(body));
      return undefined;
    },
    last(operationId) {
      const body = bodies.get(operationId);
      const inner = isObject(body) && isObject(body['response']) ? body['response'] : body;
      return isObject(inner) ? inner : undefined;
    },
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

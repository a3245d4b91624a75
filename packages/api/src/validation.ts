/** Where a body departs from the contract. */
export interface Violation {
  operationId: string;
  dialect: 'guide' | 'portal';
  /** JSON pointer into the body; the empty string is the whole of it. */
  pointer: string;
  /** What is wrong there, without the value. */
  message: string;
}

/**
 * Checks the body of a 2xx answer against the contract. The violation that it returns fails the call with
 * `unexpected_response`; with undefined the data goes through.
 */
export type ResponseValidator = (
  operationId: string,
  dialect: 'guide' | 'portal',
  body: unknown,
) => Violation | undefined;

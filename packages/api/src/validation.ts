/** Where a body breaks the contract. */
export interface Violation {
  operationId: string;
  dialect: 'guide' | 'portal';
  /** JSON pointer into the body; the empty string is the whole body. */
  pointer: string;
  /** What is wrong there, without the value. */
  message: string;
}

/**
 * Checks the body of a 2xx response against the contract. If it returns a violation, the call fails with
 * `unexpected_response`; if it returns undefined, the data is passed on.
 */
export type ResponseValidator = (
  operationId: string,
  dialect: 'guide' | 'portal',
  body: unknown,
) => Violation | undefined;

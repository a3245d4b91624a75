/** What breaks the contract, in a request or in the response of the mock itself. */
export interface Violation {
  readonly side: 'request' | 'response';
  /** JSON pointer into the request or response, such as `/request/query/limit`. */
  readonly pointer: string;
  readonly message: string;
  /** What to do about it; empty if that is not known. */
  readonly cure: string;
}

const HEADER_LIMIT = 4000;

/** The violations as the value of the header `sl-violations`, under which Prism sends them too. */
export function violationHeader(violations: readonly Violation[]): string {
  const text = JSON.stringify(violations.map(({ pointer, message }) => ({ location: pointer, message })));
  // A header holds no more than this, and no other characters.
  return text.replaceAll(/[^\x20-\x7e]/gu, '?').slice(0, HEADER_LIMIT);
}

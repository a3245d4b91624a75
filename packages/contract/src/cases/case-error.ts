/** A file of cases cannot be used; the message is one sentence with file, line and column. */
export class CaseError extends Error {
  override readonly name = 'CaseError';
}

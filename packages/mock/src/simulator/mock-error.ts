/** A failure that the person who started the mock can mend: the message is one sentence for them. */
export class MockError extends Error {
  override readonly name = 'MockError';
}

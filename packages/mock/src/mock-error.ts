/** A failure that the person who started the mock can mend: the message is one sentence made for them. */
export class MockError extends Error {
  override readonly name = 'MockError';
  /** What Prism printed before it failed, when it was already running. */
  readonly log: string;

  constructor(message: string, { log = '', cause }: { log?: string; cause?: unknown } = {}) {
    super(message, { cause });
    this.log = log;
  }
}

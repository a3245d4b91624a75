/** A failure to tell in one sentence and a hint. */
export class ExampleError extends Error {
  override readonly name = 'ExampleError';
  /** 1: the call failed; 2: wrong usage. */
  readonly exitCode: 1 | 2;
  readonly hint: string;

  constructor(exitCode: 1 | 2, message: string, hint: string) {
    super(message);
    this.exitCode = exitCode;
    this.hint = hint;
  }
}

/** No check can be made of a server: it is not reachable, refuses the key, or is none that the contract is for. */
export class Unusable extends Error {
  override readonly name = 'Unusable';
  readonly hint: string | undefined;

  constructor(message: string, hint: string | undefined, options?: ErrorOptions) {
    super(message, options);
    this.hint = hint;
  }
}

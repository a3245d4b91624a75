import type { RuleId } from './rules.ts';

/** One way in which a server does not do what a case asks for. */
export interface Violation {
  readonly rule: RuleId;
  /** In a sentence: what was expected, and what came. Text of the server is in it only where it was made harmless. */
  readonly message: string;
  /** JSON pointer into the body. */
  readonly pointer?: string;
}

import type { Environment } from '@docspace-oauth/terminal/environment';

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  /** The width of a terminal. */
  readonly columns?: number;
}

/** What a command uses of the process that it runs in. */
export interface CommandContext {
  readonly stdout: Output;
  readonly stderr: Output;
  /** Asked for only where `-` stands for a file. */
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly environment: Environment;
  /** Where `.env` is looked for, and where relative paths begin. */
  readonly folder: string;
  readonly home: string;
  readonly platform: NodeJS.Platform;
  /** The moment of the call, so that the same data gives the same result in a test. */
  readonly now: Date;
}

/** Does the work and gives the exit code; a failure is thrown. */
export type Run = (args: readonly string[], context: CommandContext) => Promise<number>;

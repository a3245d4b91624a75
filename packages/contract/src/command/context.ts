import type { Environment } from '@docspace-oauth/terminal/environment';

export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** What a command uses of the process that it runs in. */
export interface CommandContext {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly environment: Environment;
  /** Where relative paths start. */
  readonly folder: string;
}

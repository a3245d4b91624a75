import type { Environment } from '@docspace-oauth/terminal/environment';

export interface Output {
  write(text: string): unknown;
}

/** What a command uses of the process that it runs in. */
export interface CommandContext {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly environment: Environment;
  /** Where `.env` is looked for. */
  readonly folder: string;
}

export interface Command {
  readonly help: string;
  /** Does the work; a failure is thrown. */
  run(args: readonly string[], context: CommandContext): Promise<void>;
}

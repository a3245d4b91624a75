import type { CommandContext } from './context.ts';

/** A part of the command `docspace-contract`. */
export interface Subcommand {
  readonly help: string;
  /** Gives the exit code: 0 kept, 1 violated, 2 could not be made. */
  run(args: readonly string[], context: CommandContext): Promise<number>;
}

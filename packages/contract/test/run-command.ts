import { UsageError } from '@docspace-oauth/terminal/usage-error';
import type { CommandContext } from '../src/command/context.ts';

/** Runs a command as main does, in a folder; a UsageError is its sentence on stderr and exit code 2. */
export async function runCommand(
  run: (args: readonly string[], context: CommandContext) => Promise<number>,
  folder: string,
  args: readonly string[],
): Promise<{ code: number; stdout: string; stderr: string }> {
  const written = { stdout: '', stderr: '' };
  const context: CommandContext = {
    stdout: { columns: 500, write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
    environment: {},
    folder,
  };
  try {
    return { code: await run(args, context), ...written };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const stderr = [error.message, error.hint].filter(Boolean).join(' ');
    return { code: error.exitCode, stdout: written.stdout, stderr };
  }
}

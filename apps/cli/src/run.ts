import { failureText } from '@docspace-oauth/terminal/failure';
import { UsageError } from '@docspace-oauth/terminal/usage-error';

import type { CommandContext, Output } from './command.ts';
import { commands } from './commands.ts';
import type { CommandDescription } from './description/command-description.ts';
import { descriptions } from './descriptions.ts';
import { helpOf, overview } from './help.ts';
import { inProfileWords, usesProfile } from './portal/profile-words.ts';
import { version } from './version.ts';

/** Runs the command that the arguments name, and gives the exit code of the process. */
export async function run(args: readonly string[], context: CommandContext): Promise<number> {
  const [name, ...rest] = args;
  const command = descriptions.find((description) => description.name === name);
  try {
    if (command !== undefined && asksForHelp(rest)) return write(helpOf(command), context);
    const execute = command && (await commands[command.name]?.());
    return execute === undefined ? withoutCommand(name, rest, context) : await execute(rest, context);
  } catch (error) {
    return report(error, command, rest, context);
  }
}

async function report(
  error: unknown,
  command: CommandDescription | undefined,
  args: readonly string[],
  context: CommandContext,
): Promise<number> {
  const stderr: Output = usesProfile(args)
    ? { write: (text) => context.stderr.write(inProfileWords(text)) }
    : context.stderr;
  if (error instanceof UsageError) {
    stderr.write(failureText(error.message, error.hint));
    return error.exitCode;
  }
  // Loaded only here, because it brings the DocSpace client along, which help does not need.
  const { reportFailure } = await import('./report-failure.ts');
  return reportFailure(error, stderr, command?.failedCall ?? 1);
}

/** Whether help is asked for, before anything that is an argument by a `--`. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args
    .slice(0, end === -1 ? undefined : end)
    .some((argument) => argument === '--help' || argument === '-h');
}

function withoutCommand(name: string | undefined, rest: readonly string[], context: CommandContext): number {
  const names = `Commands: ${descriptions.map((known) => known.name).join(', ')}.`;
  if (name === undefined) throw new UsageError('A command is missing.', names);
  if (name === '--version') return write(`${version}\n`, context);
  const topic = descriptions.find((description) => description.name === rest[0]);
  if (name === 'help' && topic !== undefined) return write(helpOf(topic), context);
  if (name === '--help' || name === '-h' || (name === 'help' && rest.length === 0)) {
    return write(overview(descriptions), context);
  }
  // The word is not repeated: it may be an API key in the wrong place.
  throw new UsageError(
    name.startsWith('-') ? 'A command comes before its options.' : 'Unknown command.',
    names,
  );
}

function write(text: string, { stdout }: CommandContext): number {
  stdout.write(text);
  return 0;
}

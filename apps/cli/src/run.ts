import { parseArguments } from '@docspace-oauth/terminal/arguments';
import { UsageError } from '@docspace-oauth/terminal/usage-error';

import type { Command, CommandContext } from './command.ts';
import { reportFailure } from './report-failure.ts';

/** Each command is loaded when it is called. */
const commands: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['list', async () => (await import('./commands/list.ts')).list],
  ['show', async () => (await import('./commands/show.ts')).show],
]);

const help = `Reads the OAuth2 clients of an ONLYOFFICE DocSpace portal. Only GET requests are sent.

Usage: docspace-oauth COMMAND [options]

Commands:
  list       list all clients
  show ID    show one client

docspace-oauth COMMAND --help tells more about one of them.
`;

/** Runs the command that the arguments name, and gives the exit code of the process. */
export async function run(args: readonly string[], context: CommandContext): Promise<number> {
  try {
    await dispatch(args, context);
    return 0;
  } catch (error) {
    return reportFailure(error, context.stderr);
  }
}

async function dispatch([name, ...args]: readonly string[], context: CommandContext): Promise<void> {
  if (name === undefined) {
    throw new UsageError('A command is missing.', `Commands: ${[...commands.keys()].join(', ')}.`);
  }
  const load = commands.get(name);
  if (load === undefined) return helpOrUnknown(name, context);
  const command = await load();
  if (args.includes('--help') || args.includes('-h')) context.stdout.write(command.help);
  else await command.run(args, context);
}

function helpOrUnknown(name: string, { stdout }: CommandContext): void {
  if (name.startsWith('-')) {
    // Anything but --help is refused here, in the words that the commands use for a wrong option.
    parseArguments({ args: [name], options: { help: { type: 'boolean', short: 'h' } } });
    stdout.write(help);
    return;
  }
  // The word is not repeated: it may be an API key in the wrong place.
  throw new UsageError('Unknown command.', `Commands: ${[...commands.keys()].join(', ')}.`);
}

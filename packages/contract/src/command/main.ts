import { isDocSpaceError } from '@docspace-oauth/api';
import { failureText } from '@docspace-oauth/terminal/failure';
import { clean } from '@docspace-oauth/terminal/text';
import { UsageError } from '@docspace-oauth/terminal/usage-error';
import { ContractError } from '@docspace-oauth/openapi/node';
import { CaseError } from '../cases/case-error.ts';
import { Unusable } from '../target/unusable.ts';
import type { CommandContext } from './context.ts';
import type { Subcommand } from './subcommand.ts';

/** Loaded when it is asked for: `diff` needs nothing of the mock, and `check` nothing of Redocly. */
const subcommands: Readonly<Record<string, () => Promise<Subcommand>>> = {
  check: () => import('./check.ts'),
  diff: () => import('../diff/command.ts'),
  drift: () => import('../drift/command.ts'),
};

const help = `Checks whether a server, a mock or a change keeps the contract of DocSpace's OAuth client operations.

Usage: docspace-contract check|diff|drift [options]

  check   asks the embedded mock and plain Prism, or the server of --url, for everything that the contract has
  diff    says what a change to the contract breaks, for clients and for servers
  drift   compares the portal's contract with somebody's OpenAPI document

docspace-contract COMMAND --help has the options of each. Exit code 0: the contract is kept. 1: it is not. 2: that could
not be found out.
`;

/** Runs the command; gives its exit code. */
export async function main(args: readonly string[], context: CommandContext): Promise<number> {
  const [name, ...rest] = args;
  try {
    if (name === undefined || name === '--help' || name === '-h') {
      context.stdout.write(help);
      return name === undefined ? 2 : 0;
    }
    const load = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
    if (!load) {
      const known = Object.keys(subcommands).join('|');
      throw new UsageError(
        `There is no command "${clean(name).slice(0, 40)}".`,
        `Write docspace-contract ${known}.`,
      );
    }
    const subcommand = await load();
    if (rest.includes('--help') || rest.includes('-h')) {
      context.stdout.write(subcommand.help);
      return 0;
    }
    return await subcommand.run(rest, context);
  } catch (error) {
    if (error instanceof UsageError || error instanceof Unusable) {
      context.stderr.write(failureText(error.message, error.hint));
      return 2;
    }
    if (error instanceof CaseError || error instanceof ContractError) {
      context.stderr.write(failureText(error.message));
      return 2;
    }
    if (isDocSpaceError(error)) {
      context.stderr.write(failureText(error.message, error.hint));
      return 2;
    }
    // A mistake of this program. Exit code 1, which Node would choose, says that the contract is not kept.
    context.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return 2;
  }
}

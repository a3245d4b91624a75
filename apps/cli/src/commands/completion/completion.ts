import { UsageError } from '@docspace-oauth/terminal/usage-error';

import type { Run } from '../../command.ts';
import { descriptions } from '../../descriptions.ts';
import { parseCommand } from '../../parse-command.ts';
import { bashCompletion } from './bash.ts';
import { description, shells } from './description.ts';
import { fishCompletion } from './fish.ts';
import { zshCompletion } from './zsh.ts';

const scripts = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion };

export const run: Run = async (args, { stdout }) => {
  const { positionals } = parseCommand(description, args);
  const shell = shells.find((known) => known === positionals[0]);
  if (shell === undefined)
    throw new UsageError('There is no completion for that shell.', description.arguments.hint);
  stdout.write(scripts[shell](descriptions));
  return 0;
};

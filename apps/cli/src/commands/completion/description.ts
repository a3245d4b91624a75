import type { CommandDescription } from '../../description/command-description.ts';
import { helpOption } from '../../description/common-options.ts';

export const shells = ['bash', 'zsh', 'fish'] as const;

export const description = {
  name: 'completion',
  summary: 'prints a script that makes a shell complete commands and options',
  arguments: {
    usage: 'SHELL',
    least: 1,
    most: 1,
    wrong: 'completion takes one shell.',
    hint: `Known are ${shells.join(', ')}.`,
    completes: shells,
  },
  options: { ...helpOption },
  examples: [
    { command: 'source <(docspace-oauth completion bash)', what: 'in ~/.bashrc' },
    { command: 'source <(docspace-oauth completion zsh)', what: 'in ~/.zshrc, after compinit' },
    { command: 'docspace-oauth completion fish | source', what: 'in ~/.config/fish/config.fish' },
  ],
  exitCodes: { 0: 'it worked', 2: 'wrong usage' },
  asksPortal: false,
} as const satisfies CommandDescription;

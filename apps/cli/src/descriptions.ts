import { description as audit } from './commands/audit/description.ts';
import { description as completion } from './commands/completion/description.ts';
import { description as diff } from './commands/diff/description.ts';
import { description as list } from './commands/list/description.ts';
import { description as publicCard } from './commands/public/description.ts';
import { description as show } from './commands/show/description.ts';
import { description as snapshot } from './commands/snapshot/description.ts';
import { description as whoami } from './commands/whoami/description.ts';
import type { CommandDescription } from './description/command-description.ts';

/** All commands, in the order in which help names them. Parsing, help and completion follow from these. */
export const descriptions: readonly CommandDescription[] = [
  list,
  show,
  publicCard,
  whoami,
  audit,
  snapshot,
  diff,
  completion,
];

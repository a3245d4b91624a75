import type { Edit } from './contract-folder.ts';

/** A change to the contract, and what has to be said of it. */
export interface Fault {
  readonly name: string;
  readonly edits: readonly Edit[];
  /** What the base has instead of what the contract has, where the contract has nothing of the kind to begin with. */
  readonly base?: readonly Edit[];
  readonly breaks: 'clients' | 'servers' | 'both';
  /** The subject of the finding. */
  readonly subject: string;
  /** The file that the finding points to, and what stands in that line of it. */
  readonly at: readonly [file: string, line: string];
  /** What the message names beside: the pointer in the portal's bundle, or a line of the base. */
  readonly says?: string;
}

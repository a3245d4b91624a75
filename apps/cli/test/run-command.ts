import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { CommandContext } from '../src/command.ts';
import { run } from '../src/run.ts';

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Surroundings extends Partial<Omit<CommandContext, 'stdin' | 'stdout' | 'stderr'>> {
  readonly stdin?: string | Uint8Array;
  /** The width of a terminal; without it neither output is a terminal. */
  readonly columns?: number;
}

/** Runs a command in this process, with no settings but those given. */
export async function runCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  { stdin = '', columns, ...others }: Surroundings = {},
): Promise<Ended> {
  let out = '';
  let err = '';
  const nowhere = join(tmpdir(), 'no-such-folder');
  const terminal = columns === undefined ? {} : { isTTY: true, columns };
  const code = await run(args, {
    stdout: { ...terminal, write: (text) => (out += text) },
    stderr: { ...terminal, write: (text) => (err += text) },
    stdin: (async function* () {
      yield Buffer.from(stdin);
    })(),
    environment,
    folder: nowhere,
    home: nowhere,
    platform: 'linux',
    now: new Date('2026-11-29T12:00:00Z'),
    ...others,
  });
  return { code, out, err };
}

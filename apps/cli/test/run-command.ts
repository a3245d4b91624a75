import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { run } from '../src/run.ts';

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command in this process, with no settings but those given. */
export async function runCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  let out = '';
  let err = '';
  const code = await run(args, {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    environment,
    folder: join(tmpdir(), 'no-such-folder'),
  });
  return { code, out, err };
}

import { spawn, type ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

import { ended, withoutOwnSettings, type Ended } from '../guide/run.ts';

export type { Ended };

export interface RunOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts a program as `pnpm step NAME` does, without this machine's own settings. */
export function startProgram(name: string, { args = [], env = {} }: RunOptions = {}): ChildProcess {
  const step = fileURLToPath(new URL('../src/step.ts', import.meta.url));
  return spawn(process.execPath, [step, name, ...args], {
    cwd: tmpdir(),
    env: { ...withoutOwnSettings(process.env), ...env },
  });
}

export async function runProgram(name: string, options: RunOptions = {}): Promise<Ended> {
  return ended(startProgram(name, options));
}

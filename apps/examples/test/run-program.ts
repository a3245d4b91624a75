import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

export interface RunOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Starts a program as `pnpm step NAME` does, without this machine's own settings. */
export function startProgram(name: string, { args = [], env = {} }: RunOptions = {}): ChildProcess {
  const inherited = Object.entries(process.env).filter(
    ([variable]) => !/^(?:DOCSPACE_|NO_COLOR$|FORCE_COLOR$)/u.test(variable),
  );
  const step = fileURLToPath(new URL('../src/step.ts', import.meta.url));
  return spawn(process.execPath, [step, name, ...args], {
    cwd: tmpdir(),
    env: { ...Object.fromEntries(inherited), ...env },
  });
}

export async function runProgram(name: string, options: RunOptions = {}): Promise<Ended> {
  const child = startProgram(name, options);
  let out = '';
  let err = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text));
  await once(child, 'close');
  return { code: child.exitCode, out, err };
}

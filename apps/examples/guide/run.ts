import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Waits for the end of a program and gives what it has written. */
export async function ended(child: ChildProcess): Promise<Ended> {
  let out = '';
  let err = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text));
  await once(child, 'close');
  return { code: child.exitCode, out, err };
}

/** An environment without what a user of this machine has set for these programs and for the terminal. */
export function withoutOwnSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = /^(?:DOCSPACE_|NO_COLOR$|FORCE_COLOR$)/u;
  return Object.fromEntries(Object.entries(env).filter(([variable]) => !own.test(variable)));
}

/** Runs a command with these settings, and without this machine's own. */
export async function run(
  command: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
  cwd?: string,
): Promise<Ended> {
  const env = { ...withoutOwnSettings(process.env), ...settings };
  return ended(spawn(command, args, { cwd, env }));
}

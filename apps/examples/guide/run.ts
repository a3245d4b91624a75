import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
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

/** Runs a program with these settings of the portal, and without this machine's own. */
export async function run(
  command: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
  options: SpawnOptions = {},
): Promise<Ended> {
  const inherited = Object.entries(process.env).filter(
    ([variable]) => !/^(?:DOCSPACE_|NO_COLOR$|FORCE_COLOR$)/u.test(variable),
  );
  const env = { ...Object.fromEntries(inherited), ...settings };
  return ended(spawn(command, args, { ...options, env }));
}

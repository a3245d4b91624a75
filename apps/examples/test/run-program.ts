import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

export const stepPrograms = [
  'step-1-list-clients',
  'step-2-get-client',
  'step-3-get-client-info',
  'step-4-get-public-client-info',
  'step-5-get-clients-info',
] as const;
export const programs = [...stepPrograms, 'full-example'] as const;
export type Program = (typeof programs)[number];

export interface RunOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Starts a program as a process of its own that knows none of this machine's settings, and asks no stub for its dialect. */
export function startProgram(program: Program, options: RunOptions = {}): ChildProcess {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(?:DOCSPACE_|NO_COLOR$|FORCE_COLOR$)/u.test(name),
  );
  return spawn(
    process.execPath,
    [fileURLToPath(new URL(`../src/${program}.ts`, import.meta.url)), ...(options.args ?? [])],
    {
      cwd: options.cwd ?? tmpdir(),
      env: { ...Object.fromEntries(inherited), DOCSPACE_DIALECT: 'guide', ...options.env },
    },
  );
}

export async function runProgram(program: Program, options: RunOptions = {}): Promise<Ended> {
  const child = startProgram(program, options);
  let out = '';
  let err = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text));
  await once(child, 'close');
  return { code: child.exitCode, out, err };
}

/** Whether anything still listens where the embedded mock of a run was; asks nothing, so as to change nothing. */
export async function isListening(url: string): Promise<boolean> {
  const { port, hostname } = new URL(url);
  const socket = connect(Number(port), hostname);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

export function mockUrl(output: string): string {
  const [url] = /http:\/\/127\.0\.0\.1:\d+/u.exec(output) ?? [];
  if (url === undefined) throw new Error(`No address of a mock in: ${output}`);
  return url;
}

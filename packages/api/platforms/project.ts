/** An empty project outside of the workspace, with this package installed from its tarball. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const api = fileURLToPath(new URL('..', import.meta.url));
const isWindows = process.platform === 'win32';

export interface Project {
  readonly folder: string;
  write(file: string, content: string): Promise<void>;
  /** Runs a command of an installed package, and resolves to its whole output, even if it fails. */
  run(command: string, args: string[], environment?: Record<string, string>): Promise<string>;
}

async function npm(folder: string, ...args: string[]): Promise<void> {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  await run(isWindows ? 'npm.cmd' : 'npm', [...args, ...quiet], { cwd: folder, shell: isWindows });
}

/** Makes the project, hands it out, and removes it. */
export async function withProject(
  packages: readonly string[],
  use: (project: Project) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'docspace-oauth-platform-'));
  try {
    const pnpm = process.env['npm_execpath'];
    if (!pnpm)
      throw new Error('Start it with "pnpm exec node …": it packs with the package manager that runs it.');
    await run(pnpm, ['pack', '--pack-destination', folder], { cwd: api });
    const tarball = (await readdir(folder)).find((file) => file.endsWith('.tgz')) ?? '';
    await writeFile(path.join(folder, 'package.json'), '{ "type": "module", "private": true }');
    await npm(folder, 'install', `./${tarball}`, ...packages);
    await use({
      folder,
      async write(file, content) {
        await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
        await writeFile(path.join(folder, file), content);
      },
      async run(command, args, environment = {}) {
        const entry = path.join(folder, 'node_modules', '.bin', isWindows ? `${command}.cmd` : command);
        const options = { cwd: folder, env: { ...process.env, ...environment }, shell: isWindows };
        try {
          const { stdout, stderr } = await run(command === 'node' ? process.execPath : entry, args, options);
          return stdout + stderr;
        } catch (error) {
          const { stdout = '', stderr = '', message } = error as Error & { stdout?: string; stderr?: string };
          return `${stdout}${stderr}` || message;
        }
      },
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Prints a fact; a wrong one makes the script fail. */
export function say(fact: string, isRight = true): void {
  if (!isRight) process.exitCode = 1;
  process.stdout.write(`${isRight ? '' : 'WRONG '}${fact}\n`);
}

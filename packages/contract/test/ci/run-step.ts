import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, open, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listen } from '@docspace-oauth/local-server';
import { onTestFinished } from 'vitest';
import type { RunStep } from './pipeline-files.ts';

/** A folder with the packages installed, as it is after `npm ci`, and the shell of a job in it. */
export interface Job {
  readonly folder: string;
  /** The Markdown of the step that ran last. */
  summary(): Promise<string>;
  /** Runs a step; gives its exit code and what it wrote. What it leaves running ends with the test. */
  run(step: RunStep): Promise<{ code: number | null; output: string }>;
}

const bash = process.platform === 'win32' ? 'C:\\Program Files\\Git\\bin\\bash.exe' : 'bash';

/** Without the folders that `pnpm` puts first: a job has the tools of its machine. */
const machinePath = (process.env['PATH'] ?? '')
  .split(delimiter)
  .filter((folder) => !folder.includes('node_modules'))
  .join(delimiter);

export async function startJob(): Promise<Job> {
  const root = await mkdtemp(join(tmpdir(), 'docspace ci '));
  const folder = join(root, 'project of a team');
  const summary = join(root, 'step summary.md');
  await mkdir(folder);
  const installed = fileURLToPath(new URL('../../../../node_modules', import.meta.url));
  await symlink(installed, join(folder, 'node_modules'), 'junction');
  const lifeline = await startLifeline();
  onTestFinished(async () => {
    lifeline.cut();
    await rm(root, { recursive: true, force: true, maxRetries: 5 });
  });
  let count = 0;
  return {
    folder,
    summary: () => readFile(summary, 'utf8'),
    async run({ run, env }) {
      count += 1;
      const script = join(root, `step ${count}.sh`);
      await writeFile(script, run);
      await writeFile(summary, '');
      const log = join(root, `step ${count}.log`);
      const output = await open(log, 'w');
      // The call that GitHub documents for `shell: bash`; GitLab sets the same options.
      const child = spawn(bash, ['--noprofile', '--norc', '-eo', 'pipefail', script], {
        cwd: folder,
        stdio: ['ignore', output.fd, output.fd],
        env: {
          PATH: machinePath,
          HOME: root,
          SystemRoot: process.env['SystemRoot'],
          npm_config_update_notifier: 'false',
          CI: 'true',
          GITHUB_STEP_SUMMARY: summary,
          NODE_OPTIONS: lifeline.option,
          ...env,
        },
      });
      const [code] = (await once(child, 'exit')) as [number | null];
      await output.close();
      return { code, output: await readFile(log, 'utf8') };
    },
  };
}

/** Each program of Node that has this option ends when the line is cut: so a server in the background ends too. */
async function startLifeline(): Promise<{ option: string; cut(): void }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => void sockets.add(socket.on('error', () => {})));
  const { port } = new URL(await listen(server, { port: 0, host: '127.0.0.1' }));
  const code = `import{connect}from'node:net';connect(${port},'127.0.0.1').on('error',()=>{}).on('close',()=>process.exit()).unref()`;
  return {
    option: `--import=data:text/javascript,${encodeURIComponent(code)}`,
    cut() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

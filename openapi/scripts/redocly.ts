import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { BuildError } from './build-error.ts';

export interface RedoclyRun {
  status: number;
  stdout: string;
  stderr: string;
}

const cli = fileURLToPath(new URL('bin/cli.js', import.meta.resolve('@redocly/cli/package.json')));
const config = fileURLToPath(new URL('../redocly.yaml', import.meta.url));

/** Runs the redocly command in a folder, with the rules of this one; it reports in the folder's relative paths. */
export function redocly(cwd: string, ...args: string[]): Promise<RedoclyRun> {
  return new Promise((resolve, reject) => {
    const all = [cli, ...args, `--config=${config}`];
    const env = { ...process.env, NO_COLOR: '1', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
    execFile(process.execPath, all, { cwd, env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') reject(error);
      else resolve({ status: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}

/** Bundles a document into one self-contained JSON file. */
export async function bundle(cwd: string, source: string, target: string): Promise<void> {
  const run = await redocly(
    cwd,
    'bundle',
    source,
    '--output',
    target,
    '--ext=json',
    '--remove-unused-components',
  );
  if (run.status !== 0) throw new BuildError(firstProblem(run.stdout + run.stderr));
}

/** Redocly shows each problem with its surroundings; the first place and its sentence are what has to be mended. */
function firstProblem(report: string): string {
  const [, place, sentence] = /^\[1\] (.+?:\d+:\d+)[^\n]*\n\n([^\n]+)/m.exec(report) ?? [];
  return place && sentence ? `${place}: ${sentence}` : report.trim();
}

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sourceFolder } from './folders.ts';

export interface RedoclyRun {
  status: number;
  stdout: string;
  stderr: string;
}

/** Runs the redocly command in a folder, with this package's rules; it reports in paths relative to that folder. */
export function redocly(cwd: string, ...args: string[]): Promise<RedoclyRun> {
  const cli = fileURLToPath(new URL('bin/cli.js', import.meta.resolve('@redocly/cli/package.json')));
  const config = join(sourceFolder, 'redocly.yaml');
  return new Promise((resolve, reject) => {
    const all = [cli, ...args, `--config=${config}`];
    const env = { ...process.env, NO_COLOR: '1', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
    execFile(process.execPath, all, { cwd, env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') reject(error);
      else resolve({ status: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}

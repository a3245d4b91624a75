import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildTool } from './build-tool.ts';
import { sourceFolder } from './folders.ts';

export interface RedoclyRun {
  status: number;
  stdout: string;
  stderr: string;
}

/** The configuration with this package's rules. */
const lintConfig = join(sourceFolder, 'redocly.yaml');

/**
 * Runs the redocly command in a folder, with this package's rules or another configuration; it reports in paths relative
 * to that folder. Redocly is run as a process because it has no API.
 */
export async function redocly(
  cwd: string,
  args: readonly string[],
  config: string = lintConfig,
): Promise<RedoclyRun> {
  const manifest = await buildTool(() => import.meta.resolve('@redocly/cli/package.json'));
  const cli = fileURLToPath(new URL('bin/cli.js', manifest));
  return new Promise((resolve, reject) => {
    const all = [cli, ...args, `--config=${config}`];
    const quiet = { NO_COLOR: '1', REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
    const env = { ...process.env, ...quiet };
    execFile(process.execPath, all, { cwd, env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') reject(error);
      else resolve({ status: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}

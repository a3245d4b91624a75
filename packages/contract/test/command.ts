import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Outcome {
  readonly status: number;
  /** What it wrote to stdout and stderr. */
  readonly output: string;
}

/** The scripts behind the commands: found through node_modules, so no PATH and no shell is needed. */
export const commands = {
  heyApi: new URL('bin/run.js', import.meta.resolve('@hey-api/openapi-ts/package.json')),
  orval: new URL(import.meta.resolve('orval/bin/orval')),
  redocly: new URL('bin/cli.js', import.meta.resolve('@redocly/cli/package.json')),
  tsc: new URL('bin/tsc', import.meta.resolve('typescript/package.json')),
};

/**
 * Runs a script with the arguments in a folder until it ends. It may speak to servers of this machine only: a script that
 * connects to any other ends with status 99.
 */
export function runScript(
  script: URL,
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<Outcome> {
  const guard = new URL('loopback-only.ts', import.meta.url).href;
  const options = {
    cwd,
    env: {
      ...process.env,
      // Some tools behave differently in a test; here they run as for a user.
      NODE_ENV: '',
      NO_COLOR: '1',
      NODE_OPTIONS: `--import=${guard}`,
      REDOCLY_TELEMETRY: 'off',
      REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
      ...env,
    },
  };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [fileURLToPath(script), ...args], options, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') reject(error);
      else resolve({ status: Number(error?.code ?? 0), output: stdout + stderr });
    });
  });
}

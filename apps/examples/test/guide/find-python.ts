import { run } from '../../guide/run.ts';

/** The command that starts Python 3 with the package requests; undefined if this machine has none. */
export async function findPython(
  path: string | undefined = process.env['PATH'],
): Promise<string | undefined> {
  const check = 'import sys, requests; sys.exit(sys.version_info < (3, 8))';
  for (const command of ['python3', 'python']) {
    try {
      const { code } = await run(command, ['-c', check], path === undefined ? {} : { PATH: path });
      if (code === 0) return command;
    } catch {
      // There is no such command.
    }
  }
  return undefined;
}

/** What a machine without Python is told. */
export const notRun =
  'NOT RUN: the Python programs of the guide. Install Python 3.8 or newer and its package requests to run them.\n';

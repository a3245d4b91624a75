import { run } from '../../guide/run.ts';

// The last is Debian's own, which the package python3-requests is for. It may stand behind another one in the PATH.
const places = ['python3', 'python', '/usr/bin/python3'];

/** The command that starts Python 3 with the package requests; undefined if this machine has none. */
export async function findPython(commands: readonly string[] = places): Promise<string | undefined> {
  const check = 'import sys, requests; sys.exit(sys.version_info < (3, 8))';
  for (const command of commands) {
    try {
      const { code } = await run(command, ['-c', check]);
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

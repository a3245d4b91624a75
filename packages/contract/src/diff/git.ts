import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { UsageError } from '@docspace-oauth/terminal/usage-error';

interface GitRun {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What git tells its hooks of the repository would mislead it in another folder. */
const withoutHook = { GIT_DIR: undefined, GIT_WORK_TREE: undefined, GIT_PREFIX: undefined };

function git(folder: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<GitRun> {
  return new Promise((resolve, reject) => {
    // Its messages in English, and no question for a password.
    const env = { ...process.env, ...withoutHook, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', ...environment };
    execFile('git', ['-C', folder, ...args], { env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') reject(notRun(error));
      else resolve({ status: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}

function notRun(error: Error): Error {
  const absent = 'code' in error && error.code === 'ENOENT';
  if (!absent) return error;
  return new UsageError(
    'git is not installed, so no commit can be the base.',
    'Install git, or give a file: --base FILE.',
  );
}

/** Writes the folder of a contract, as a commit has it, into another folder. The user's index and files stay as they are. */
export async function checkOut(reference: string, folder: string, target: string): Promise<void> {
  const { top, prefix } = await locate(folder);
  const commit = await commitOf(reference, top);
  // An index of our own, beside the files.
  const index = { GIT_INDEX_FILE: join(target, '.index') };
  const read = await git(top, ['read-tree', `${commit}:${prefix}`], index);
  if (read.status !== 0) {
    throw new UsageError(
      `The commit ${reference} has no folder ${prefix === '' ? '/' : prefix}.`,
      'Give a commit that has the contract.',
    );
  }
  const written = await git(top, ['checkout-index', '--all', `--prefix=${target}/`], index);
  if (written.status !== 0) {
    throw new UsageError(`git cannot write the files of ${reference}: ${firstLine(written.stderr)}`);
  }
}

/** The top of the repository that a folder is in, and the way from there; it is empty for the top itself. */
async function locate(folder: string): Promise<{ top: string; prefix: string }> {
  const run = await git(folder, ['rev-parse', '--show-toplevel', '--show-prefix']);
  const [top = '', prefix = ''] = run.stdout.split('\n');
  if (run.status === 0) return { top, prefix };
  const elsewhere = run.stderr.includes('not a git repository');
  throw new UsageError(
    elsewhere
      ? 'The contract is not in a git repository, so no commit can be the base.'
      : `git cannot read the repository: ${firstLine(run.stderr)}`,
    'Give a file instead: --base FILE.',
  );
}

/** The hash of a commit; a name is looked for among the branches of origin too. */
async function commitOf(reference: string, folder: string): Promise<string> {
  for (const name of [reference, `refs/remotes/origin/${reference}`]) {
    const run = await git(folder, [
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${name}^{commit}`,
    ]);
    if (run.status === 0) return run.stdout.trim();
  }
  const shallow = (await git(folder, ['rev-parse', '--is-shallow-repository'])).stdout.trim() === 'true';
  const remote = reference.replace(/^(?:refs\/remotes\/)?origin\//u, '');
  throw new UsageError(
    `There is no commit or file ${reference} here${shallow ? '; this clone is shallow, it lacks the commits before the last' : ''}.`,
    `Fetch it with "git fetch --depth=1 origin ${remote}"; a tag is then FETCH_HEAD.`,
  );
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? '';
}

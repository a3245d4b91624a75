import { execFileSync } from 'node:child_process';

/** Runs git as somebody, whatever the machine's own settings are. */
export function git(folder: string, ...args: string[]): string {
  const identity = [
    '-c',
    'user.name=Test',
    '-c',
    'user.email=test@example.com',
    '-c',
    'commit.gpgsign=false',
  ];
  return execFileSync('git', ['-C', folder, ...identity, ...args], {
    encoding: 'utf8',
    env: { ...process.env, GIT_DIR: undefined, GIT_WORK_TREE: undefined, GIT_INDEX_FILE: undefined },
  });
}

/** Makes a repository of a folder, with everything in its first commit. */
export function commitAll(folder: string, message: string): string {
  git(folder, 'init', '--quiet', '--initial-branch=main');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', message);
  return git(folder, 'rev-parse', 'HEAD').trim();
}

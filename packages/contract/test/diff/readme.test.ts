import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { run as diff } from '../../src/diff/command.ts';
import { run as drift } from '../../src/drift/command.ts';
import { runCommand } from '../run-command.ts';
import { makeProjects } from './contract-folder.ts';
import { commitAll, git } from './git.ts';

const projects = await makeProjects();
afterAll(projects.remove);

/** The block of the README that follows a mark. */
async function shown(mark: string): Promise<string> {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  const [, block] = new RegExp(`<!-- ${mark} -->\\n\\n\`\`\`\\n(.*?)\`\`\`\\n`, 'su').exec(readme) ?? [];
  return block ?? '';
}

test('the output of diff in the README is what it prints', async () => {
  const folder = await projects.project('readme', [['parameters/limit.yaml', 'maximum: 50', 'maximum: 40']]);
  commitAll(await projects.project('before'), 'first');
  git(folder, 'init', '--quiet');
  git(folder, 'fetch', '--quiet', '../before', 'main:refs/remotes/origin/main');
  const { stdout } = await runCommand(diff, folder, ['--base', 'origin/main']);
  expect(stdout).toBe(await shown('output of diff'));
});

test('the output of drift in the README is how it ends', async () => {
  const folder = fileURLToPath(new URL('../drift', import.meta.url));
  const { stdout } = await runCommand(drift, folder, ['--against', 'other-portal.yaml']);
  const end = await shown('output of drift');
  expect(end).toContain('absent');
  expect(stdout.endsWith(`\n\n${end}`)).toBe(true);
});

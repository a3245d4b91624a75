import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { descriptions } from '../src/descriptions.ts';
import { runCommand } from './run-command.ts';

const run = promisify(execFile);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'docspace-oauth-completion-'));
  await writeFile(join(folder, 'clients of May.json'), '');
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { code, out } = await runCommand(['completion', shell]);
    if (code !== 0) throw new Error(`There is no script for ${shell}.`);
    await writeFile(join(folder, `script.${shell}`), out);
  }
});
afterAll(async () => rm(folder, { recursive: true }));

function isInstalled(shell: string): boolean {
  try {
    execFileSync(shell, ['-c', 'exit 0'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** What each shell offers for a line that is being typed, as words. */
const shells: Readonly<Record<string, (line: string) => Promise<string[]>>> = {
  async bash(line) {
    const program = `source ./script.bash
      COMP_WORDS=("\${@}"); COMP_CWORD=$(( $# - 1 ))
      _docspace_oauth 2> /dev/null
      printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout } = await run('bash', ['--norc', '-c', program, 'bash', ...line.split(' ')], {
      cwd: folder,
    });
    return stdout.split('\n').filter((word) => word !== '');
  },
  async zsh(line) {
    // Completion of zsh needs a terminal: a shell in one of its own gets the line and a Tab, and prints what is added.
    const inner = `autoload -Uz compinit && compinit -u -D
      source ./script.zsh
      bindkey '^I' complete-word
      compprefuncs=(begin); begin() { print -r -- BEGIN }
      comppostfuncs=(finish); finish() { print -r -- FINISH; exit }
      compadd() {
        if [[ " $* " == *' -'(O|A|D)' '* ]]; then builtin compadd "$@"; return; fi
        local -a added
        builtin compadd -A added "$@"
        print -rl -- $added
        builtin compadd "$@"
      }
      print -r -- READY`;
    await writeFile(join(folder, 'inner.zsh'), inner);
    const program = `zmodload zsh/zpty
      zpty shell 'PS1= zsh -f -i'
      zpty -w shell 'source ./inner.zsh'
      while zpty -r shell text; do [[ $text == READY* ]] && break; done
      zpty -w -n shell "$1"$'\\t'
      while zpty -r shell text; do print -rn -- $text; [[ $text == FINISH* ]] && break; done`;
    const { stdout } = await run('zsh', ['-f', '-c', program, 'zsh', line], { cwd: folder, timeout: 30_000 });
    const [, offered = ''] = /BEGIN([^]*)FINISH/u.exec(stdout) ?? [];
    return offered.split(/[\r\n]+/u).filter((word) => word !== '');
  },
  async fish(line) {
    const program = `source ./script.fish; complete -C ${JSON.stringify(line)}`;
    const { stdout } = await run('fish', ['--no-config', '-c', program], { cwd: folder });
    return stdout.split('\n').map((one) => one.split('\t')[0] ?? '');
  },
};

const installed = Object.entries(shells).filter(([shell]) => isInstalled(shell));
for (const shell of Object.keys(shells)) {
  if (installed.some(([name]) => name === shell)) continue;
  process.stderr.write(`NOT RUN: completion of ${shell}, because ${shell} is not installed here.\n`);
}

test('at least one of the shells is installed', () => {
  expect(installed.length).toBeGreaterThan(0);
});

describe.each(installed)('%s', (_shell, complete) => {
  test('offers every command', async () => {
    expect(await complete('docspace-oauth ')).toEqual(
      expect.arrayContaining([...descriptions.map(({ name }) => name), 'help']),
    );
    expect(await complete('docspace-oauth sn')).toContain('snapshot');
  });

  test.each(descriptions.map((description) => ({ name: description.name, description })))(
    'offers every option of $name',
    async ({ name, description }) => {
      expect(await complete(`docspace-oauth ${name} --`)).toEqual(
        expect.arrayContaining(Object.keys(description.options).map((option) => `--${option}`)),
      );
    },
  );

  test.each([
    { line: 'docspace-oauth list --format ', words: ['table', 'json', 'jsonl', 'csv', 'markdown'] },
    { line: 'docspace-oauth list --sort cr', words: ['created_on', 'created_by'] },
    { line: 'docspace-oauth completion ', words: ['bash', 'zsh', 'fish'] },
    { line: 'docspace-oauth help sh', words: ['show'] },
  ])('offers the values of "$line"', async ({ line, words }) => {
    expect(await complete(line)).toEqual(expect.arrayContaining(words));
  });

  test('offers files where a file is asked for', async () => {
    const offered = (await complete('docspace-oauth diff cl')).join(' ').replaceAll('\\', '');
    expect(offered).toContain('clients of May.json');
    expect((await complete('docspace-oauth list --ids cl')).join(' ').replaceAll('\\', '')).toContain(
      'clients of May.json',
    );
  });
});

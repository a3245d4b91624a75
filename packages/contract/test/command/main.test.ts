import { expect, test } from 'vitest';
import { main } from '../../src/command/main.ts';
import { emptyFolder, runCommand } from './run-command.ts';

test('help names the commands, and each has its own', async () => {
  const folder = await emptyFolder();
  const { code, stdout } = await runCommand(['--help'], folder);
  expect(code).toBe(0);
  for (const command of ['check', 'diff', 'drift']) {
    expect(stdout).toContain(`  ${command} `);
    const own = await runCommand([command, '--help'], folder);
    expect(own).toMatchObject({ code: 0, stderr: '' });
    expect(own.stdout).toContain(`Usage: docspace-contract ${command}`);
  }
});

test('no line of the help of check is wider than a wide terminal', async () => {
  const { stdout } = await runCommand(['check', '--help'], await emptyFolder());
  expect(stdout.split('\n').filter((line) => line.length > 130)).toEqual([]);
});

test('without a command it shows the help, and has checked nothing', async () => {
  expect(await runCommand([], await emptyFolder())).toMatchObject({ code: 2, stderr: '' });
});

test.each(['chek', '--check', 'constructor', ''])('%j is no command', async (name) => {
  const { code, stderr } = await runCommand([name], await emptyFolder());
  expect(stderr).toMatch(
    /^Error: There is no command ".*"\.\nHint: Write docspace-contract check\|diff\|drift\.\n$/u,
  );
  expect(code).toBe(2);
});

test('a mistake of the command itself is never taken for a violation', async () => {
  let stderr = '';
  const code = await main(['--help'], {
    stdout: {
      write: () => {
        throw new TypeError('a mistake');
      },
    },
    stderr: { write: (text) => (stderr += text) },
    environment: {},
    folder: await emptyFolder(),
  });
  expect(stderr).toContain('TypeError: a mistake');
  expect(code).toBe(2);
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { expect, test } from 'vitest';

test('a command whose reader leaves early ends without an error', async () => {
  const program = `
    import { exitOnBrokenPipe } from ${JSON.stringify(import.meta.resolve('./broken-pipe.ts'))};
    exitOnBrokenPipe(process.stdout);
    setInterval(() => process.stdout.write('line\\n'), 1);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program]);
  let err = '';
  child.stderr.on('data', (text) => (err += String(text)));
  await once(child.stdout, 'data');
  child.stdout.destroy();
  await once(child, 'close');
  expect({ code: child.exitCode, err }).toEqual({ code: 0, err: '' });
});

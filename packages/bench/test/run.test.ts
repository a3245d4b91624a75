import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const program = fileURLToPath(new URL('../src/run.ts', import.meta.url));

test('every row of the benchmark is measured on a tiny size', { timeout: 240_000 }, async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [program, '--smoke']);
  const rows = stdout
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => line.split('|').map((cell) => cell.trim()));
  expect(rows.map(([, what]) => what)).toEqual([
    'CPU: getClient, one by one',
    'Wall time: getClient, one by one',
    'CPU: getClient, 50 at once',
    'Wall time: getClient, 50 at once',
    'CPU: getClients, one by one',
    'Wall time: getClients, one by one',
    'CPU: getClients, 50 at once',
    'Wall time: getClients, 50 at once',
    'CPU with nodeFetch: getClient, one by one',
    'CPU with nodeFetch: getClient, 50 at once',
    'CPU with nodeFetch: getClients, one by one',
    'CPU with nodeFetch: getClients, 50 at once',
    'Node process that imports the package',
    'Peak memory of iterating over 100 clients',
    'Wall time of iterating over 100 clients, each page',
    'Requests for 100 ids, guide dialect',
    'Requests for 100 ids, portal dialect',
    'Bundle of the five methods, gzipped',
    'tsc of a one-file consumer',
    'Mock: start to first answer',
    'Mock: requests a second, 50 at once',
    'Mock: memory after that load',
  ]);
  // A measured figure is above zero.
  expect(rows.filter(([, , own = '']) => !/[1-9]/.test(own))).toEqual([]);
  expect(stdout).not.toContain('NaN');
  expect(stdout).toMatch(/^\d+ of 20 goals are met\./m);
});

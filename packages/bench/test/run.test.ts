import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const program = fileURLToPath(new URL('../src/run.ts', import.meta.url));
// Two dozen processes load much the same code: each would compile it again.
const compileCache = fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url));

/** The cells of the tables in a report, without the header of each. */
function tablesIn(report: string): string[][][] {
  return report
    .split('\n\n')
    .filter((part) => part.startsWith('|'))
    .map((table) => table.split('\n').slice(2))
    .map((rows) => rows.map((row) => row.split('|').map((cell) => cell.trim())));
}

test('every row of the benchmark is measured on a tiny size', { timeout: 240_000 }, async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [program, '--smoke'], {
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
  });
  const [costs = [], jobs = []] = tablesIn(stdout);
  expect(costs.map(([, what]) => what)).toEqual([
    'CPU: getClient, one by one',
    'Wall time: getClient, one by one',
    'CPU: getClient, 5 at once',
    'Wall time: getClient, 5 at once',
    'CPU: getClients, one by one',
    'Wall time: getClients, one by one',
    'CPU: getClients, 5 at once',
    'Wall time: getClients, 5 at once',
    'CPU with nodeFetch: getClient, one by one',
    'CPU with nodeFetch: getClient, 5 at once',
    'CPU with nodeFetch: getClients, one by one',
    'CPU with nodeFetch: getClients, 5 at once',
    'Node process that imports the package',
    'docspace-oauth --help',
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
  expect(costs.filter(([, , own = '']) => !/[1-9]/.test(own))).toEqual([]);
  expect(stdout).not.toContain('NaN');
  expect(stdout).toMatch(/^\d+ of 21 goals are met\./m);

  // Records, requests, 429s, failures and lost clients: each is the same in every run, so a loop that does not work is seen.
  const counts = (row: string[]): string[] => [...row.slice(1, 6), ...row.slice(8, 10)];
  const loops = ['loop, plain fetch', 'loop, hey-api', 'loop, Redocly with 3 retries'];
  const ofLoops = (...figures: string[]): string[][] => loops.map((loop) => ['', loop, ...figures]);
  const ours = 'docspace-oauth';
  const dates = '30 of each date';
  expect(jobs.map(counts)).toEqual([
    ['120 clients listed', ours, '120', '4', '0', '0', '0'],
    ...ofLoops('120', '4', '0', '0', '0'),
    [`120 clients listed, ${dates}`, ours, '120', '5', '0', '0', '0'],
    ...ofLoops('120', '4', '0', '0', '20'),
    [`100 clients listed, ${dates}, vendor's cloud`, ours, '100', '4', '0', '0', '0'],
    ...ofLoops('100', '3', '0', '0', '10'),
    ['60 known ids (loops: 10 of them)', ours, '60', '3', '0', '0', '0'],
    ...ofLoops('10', '11', '0', '0', '0'),
    ['10 unknown ids of 20 clients', ours, '10', '3', '0', '0', '0'],
    ...ofLoops('10', '11', '0', '0', '0'),
    ['10 public records', ours, '10', '11', '0', '0', '0'],
    ...ofLoops('10', '10', '0', '0', '0'),
  ]);
  expect(stdout).toMatch(/^\d+ of 19 goals of the jobs are met\./m);
});

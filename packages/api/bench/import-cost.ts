import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { generatedFolder, packageEntry } from './paths.ts';
import { median, shuffled } from './statistics.ts';

/** What a fresh Node process pays before the first call. */
export interface ImportCost {
  /** The import alone, in milliseconds. */
  importMs: number;
  /** Resident memory of the process after it, in bytes. */
  rssBytes: number;
  /** From the start of the process to its end, in milliseconds. */
  processMs: number;
}

export type ImportName =
  | 'nothing (Node alone)'
  | 'docspace-oauth'
  | 'openapi-fetch'
  | 'hey-api fetch'
  | 'hey-api axios';

export type ImportCosts = Record<ImportName, ImportCost>;

const modules: Record<ImportName, string> = {
  'nothing (Node alone)': 'data:text/javascript,',
  'docspace-oauth': packageEntry.href,
  'openapi-fetch': import.meta.resolve('openapi-fetch'),
  'hey-api fetch': new URL('fetch.js', generatedFolder).href,
  'hey-api axios': new URL('axios.js', generatedFolder).href,
};

const rounds = 12;

async function measure(module: string): Promise<ImportCost> {
  const program = [
    'const startedAt = performance.now();',
    `await import(${JSON.stringify(module)});`,
    'const importMs = performance.now() - startedAt;',
    'console.log(JSON.stringify({ importMs, rssBytes: process.memoryUsage.rss() }));',
  ].join('\n');
  const startedAt = performance.now();
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
  const processMs = performance.now() - startedAt;
  return { ...(JSON.parse(stdout) as Omit<ImportCost, 'processMs'>), processMs };
}

export async function measureImports(): Promise<ImportCosts> {
  const samples = Object.entries(modules).map(([name, module]) => ({
    name,
    module,
    costs: [] as ImportCost[],
  }));
  // The files are read once before it counts.
  for (const { module } of samples) await measure(module);
  for (let round = 0; round < rounds; round++) {
    for (const { module, costs } of shuffled(samples)) costs.push(await measure(module));
  }
  const entries = samples.map(({ name, costs }) => {
    const middle = (field: keyof ImportCost): number => median(costs.map((cost) => cost[field]));
    return [
      name,
      { importMs: middle('importMs'), rssBytes: middle('rssBytes'), processMs: middle('processMs') },
    ];
  });
  return Object.fromEntries(entries) as ImportCosts;
}

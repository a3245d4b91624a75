import { fork } from 'node:child_process';
import { once } from 'node:events';

import { median } from './median.ts';

export interface GenerationCost {
  readonly ms: number;
  /** The most that the whole process ever held. */
  readonly peakRssMb: number;
}

const RUNS = 5;

async function generateOnce(): Promise<GenerationCost> {
  const child = fork(new URL('generation-script.ts', import.meta.url));
  let cost: GenerationCost | undefined;
  child.once('message', (told) => {
    cost = told as GenerationCost;
  });
  await once(child, 'close');
  if (cost === undefined) throw new Error(`Generation ended with code ${child.exitCode}`);
  return cost;
}

export async function measureGeneration(): Promise<GenerationCost> {
  const costs: GenerationCost[] = [];
  for (let run = 0; run < RUNS; run += 1) costs.push(await generateOnce());
  return {
    ms: median(costs.map(({ ms }) => ms)),
    peakRssMb: median(costs.map(({ peakRssMb }) => peakRssMb)),
  };
}

import type { GenerationCost } from './generation.ts';
import type { LoadTests } from './load-tests.ts';
import type { Rounds, Sample } from './rounds.ts';

export interface Measurements {
  readonly rounds: Rounds;
  readonly loadTests: LoadTests;
  readonly generation: GenerationCost;
}

/** A promise of the project beside the figure that was measured. */
export interface Goal {
  readonly what: string;
  readonly figure: number;
  readonly unit: string;
  readonly least?: number;
  readonly most?: number;
  /** An unknown figure meets nothing. */
  readonly met: boolean;
}

function atMost(what: string, figure: number, most: number, unit: string): Goal {
  return { what, figure, unit, most, met: figure <= most };
}

function atLeast(what: string, figure: number, least: number, unit: string): Goal {
  return { what, figure, unit, least, met: figure >= least };
}

function besidePrism(name: string, ours: Sample, prism: Sample): Goal[] {
  return [
    atMost(`Start to first answer, ${name}`, ours.startMs / prism.startMs, 1, 'x'),
    atMost(`Start to the whole list, ${name}`, ours.listMs / prism.listMs, 1, 'x'),
    atLeast(`Requests a second, ${name}`, ours.perSecond / prism.perSecond, 1, 'x'),
    atMost(`RSS after load, ${name}`, ours.rssMb / prism.rssMb, 1.2, 'x'),
  ];
}

export function judge({ rounds, loadTests, generation }: Measurements): Goal[] {
  return [
    ...besidePrism('10 clients', rounds.few, rounds.baseline),
    ...besidePrism('10,000 clients', rounds.many, rounds.baseline),
    atMost('Generation of 10,000 clients', generation.ms, 1000, 'ms'),
    atMost('RSS of that generation, at its peak', generation.peakRssMb, 250, 'MB'),
    atMost('RSS of the command, 10,000 clients, before load', rounds.many.idleRssMb, 250, 'MB'),
    atMost('Errors in the load test, 10 clients', loadTests.few.errors, 0, ''),
    atMost('Errors in the load test, 10,000 clients', loadTests.many.errors, 0, ''),
  ];
}

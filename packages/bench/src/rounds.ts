/** Measured values by name. */
export type Figures = Record<string, number>;

/** The middle value, which outliers of a busy machine do not move. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The median of each figure. */
export function medians(samples: readonly Figures[]): Figures {
  const names = Object.keys(samples[0] ?? {});
  return Object.fromEntries(
    names.map((name) => [name, median(samples.map((sample) => sample[name] ?? Number.NaN))]),
  );
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, rank: Math.random() }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

/**
 * Measures every contender once per round, in a random order, so that a busy moment of the machine hits all of them alike.
 * Gives the medians of each.
 */
export async function inTurns<Name extends string>(
  names: readonly Name[],
  rounds: number,
  measure: (name: Name) => Promise<Figures>,
): Promise<Record<Name, Figures>> {
  const samples = new Map<Name, Figures[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of shuffled(names)) samples.get(name)?.push(await measure(name));
  }
  const entries = names.map((name) => [name, medians(samples.get(name) ?? [])]);
  return Object.fromEntries(entries) as Record<Name, Figures>;
}

/** One figure of each contender, as a row of the table wants it. */
export function pick(results: Record<string, Figures>, figure: string): Figures {
  const entries = Object.entries(results).map(([name, figures]) => [name, figures[figure] ?? Number.NaN]);
  return Object.fromEntries(entries) as Figures;
}

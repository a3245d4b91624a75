/** The values that one measurement gives, by name. */
export type Figures = Record<string, number>;

/** What each contender's rounds gave: the same index is the same round. */
export type Samples = Record<string, number[]>;

/** The middle value, which outliers of a busy machine do not move. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, rank: Math.random() }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

/** Measures every contender once per round, in a random order, so that a busy moment of the machine hits all of them alike. */
export async function inTurns(
  names: readonly string[],
  rounds: number,
  measure: (name: string) => Promise<Figures>,
): Promise<Record<string, Figures>[]> {
  const results: Record<string, Figures>[] = [];
  for (let round = 0; round < rounds; round++) {
    // The keys stay in the order of the names, whatever the order of the turns.
    const result: Record<string, Figures> = Object.fromEntries(names.map((name) => [name, {}]));
    for (const name of shuffled(names)) result[name] = await measure(name);
    results.push(result);
  }
  return results;
}

/** One figure of each contender, round by round. */
export function pick(rounds: readonly Record<string, Figures>[], figure: string): Samples {
  const names = Object.keys(rounds[0] ?? {});
  return Object.fromEntries(
    names.map((name) => [name, rounds.map((round) => round[name]?.[figure] ?? Number.NaN)]),
  );
}

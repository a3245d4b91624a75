import { describe, test } from 'vitest';

/** How many faults were planted, and which of them were caught. */
export interface Score {
  readonly planted: readonly string[];
  readonly caught: ReadonlySet<string>;
}

const planted: string[] = [];
const caught = new Set<string>();

export const score: Score = { planted, caught };

/** A test for each fault of a kind; the fault is caught if the test holds. */
export function plant<T extends { readonly name: string }>(
  kind: string,
  faults: readonly T[],
  isCaught: (fault: T) => void | Promise<void>,
): void {
  describe(kind, () => {
    for (const fault of faults) {
      const name = `${kind}: ${fault.name}`;
      planted.push(name);
      test(fault.name, async () => {
        await isCaught(fault);
        caught.add(name);
      });
    }
  });
}

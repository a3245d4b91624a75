import { describe, expect, test } from 'vitest';

import { pageReader, readCompletely, readNaively, type List } from '../../../test/read-list.ts';
import { bundledContract } from '../bundled-contract.ts';
import { createSimulator, type Simulator } from '../simulator.ts';
import { formatInstant } from '../zoned-date-time.ts';
import type { StoreName } from './databases.ts';

interface Given {
  readonly name: string;
  readonly created_on: string;
  readonly logo?: string;
}

const MINUTE = Date.UTC(2026, 3, 1, 12, 0);

/** A date so many milliseconds and nanoseconds after the same minute. */
function at(milliseconds: number, nanoseconds = 0): string {
  return formatInstant(BigInt(MINUTE + milliseconds) * 1_000_000n + BigInt(nanoseconds));
}

function clients(count: number, dateOf: (index: number) => string, logo?: string): Given[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `Client ${String(index).padStart(3, '0')}`,
    created_on: dateOf(index),
    ...(logo !== undefined && { logo }),
  }));
}

function logoOf(bytes: number): string {
  return `data:image/png;base64,${'A'.repeat(bytes - (bytes % 4))}`;
}

const DAY = 86_400_000;
const FORMS = ['2026-04-01T12:00:00Z', '2026-04-01T12:00:00.0Z', '2026-04-01T12:00:00.000000Z'];

const series: Readonly<Record<string, readonly Given[]>> = {
  '20 clients, ten of one date in several digit forms': clients(20, (index) =>
    // Five newer, five older.
    index < 10 ? (FORMS[index % FORMS.length] ?? '') : at((index % 2 === 0 ? 1 : -1) * (index + 24) * DAY),
  ),
  '20 in one second': clients(20, (index) => at(5000 + index * 50, (index % 3) * 500_000)),
  '20 in one minute': clients(20, (index) => at(index * 3000)),
  '125 distinct': clients(125, (index) => at(index * 60_000, index * 1000)),
  '50 of one date': clients(50, () => at(0, 123_456_000)),
  '60 of one date': clients(60, () => at(0, 123_456_000)),
  '20 with logos of 341 kB': clients(20, (index) => at(index * 1000), logoOf(341_000)),
  '20 with logos of 90 kB': clients(20, (index) => at(index * 1000), logoOf(90_000)),
};

function simulatorOf(store: StoreName, given: readonly Given[]): Simulator {
  const simulator = createSimulator({
    dialect: 'portal',
    contract: bundledContract('portal'),
    issuer: () => 'http://127.0.0.1',
    store,
  });
  simulator.setClients(given.map((client) => ({ ...client })));
  return simulator;
}

/** Every size, but of clients of a megabyte a few around the sizes that matter. */
function sizesOf(name: string): readonly number[] {
  if (name.includes('kB')) return [1, 3, 4, 7, 11, 12, 13, 50];
  return Array.from({ length: 50 }, (_, index) => index + 1);
}

describe.each(['sql', 'saas'] as const)('%s', (store) => {
  test.each(
    Object.entries(series).flatMap(([name, given]) =>
      (['', '/info'] as const).map((list) => ({ name, given, list })),
    ),
  )(
    '$name, list "$list": the rule reads every client that the store can give',
    async ({ name, given, list }) => {
      const read = await pageReader(simulatorOf(store, given));
      const counts = new Set<number>();
      for (const size of sizesOf(name)) counts.add((await readCompletely(read, list, size)).size);
      // More than fifty rows of one microsecond cannot be read from SQL by any cursor.
      const readable = store === 'sql' && name === '60 of one date' ? 50 : given.length;
      expect([...counts]).toEqual([readable]);
    },
  );
});

/** How many clients the cursors give when they are sent back verbatim. */
async function naively(store: StoreName, name: string, size: number, list: List = ''): Promise<number> {
  const read = await pageReader(simulatorOf(store, series[name] ?? []));
  const names = await readNaively(read, list, size);
  expect(new Set(names).size).toBe(names.length);
  return names.length;
}

test.each(['sql', 'saas'] as const)(
  '%s: the verbatim cursor loses the rest of the rows of one date at the end of a page',
  async (store) => {
    expect(await naively(store, '20 clients, ten of one date in several digit forms', 7)).toBe(12);
    expect(await naively(store, '50 of one date', 7)).toBe(7);
    expect(await naively(store, '60 of one date', 50)).toBe(50);
    expect(await naively(store, '125 distinct', 7)).toBe(125);
  },
);

test.each([
  { store: 'sql', size: 3, count: 20 },
  { store: 'sql', size: 4, count: 20 },
  { store: 'sql', size: 50, count: 20 },
  { store: 'saas', size: 3, count: 20 },
  // The store stops at 1 MB, so the cursors are null.
  { store: 'saas', size: 4, count: 4 },
  { store: 'saas', size: 50, count: 4 },
] as const)(
  '$store: of 20 clients with logos of 341 kB pages of $size give $count',
  async ({ store, size, count }) => {
    expect(await naively(store, '20 with logos of 341 kB', size)).toBe(count);
  },
);

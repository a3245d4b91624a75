import type { Paint } from '@docspace-oauth/terminal/color';
import { tableLines } from '@docspace-oauth/terminal/table-layout';
import { clean } from '@docspace-oauth/terminal/text';
import { oneLine } from '@docspace-oauth/terminal/value';

import { audiences, type Audience } from './audience.ts';
import { steps, type ThreeReads } from './reads.ts';

const colors = { anyone: 'green', secret: 'red' } as const satisfies Partial<Record<Audience, string>>;

/** The three reads side by side: a line for each field, and one for each further item or differing value. */
export function comparisonLines(reads: ThreeReads, paint: Paint): string[] {
  const rows = [...audiences(reads)].flatMap(([name, audience]) => {
    const has = steps.map(({ operation }) => Object.hasOwn(reads.records[operation] ?? {}, name));
    const first = [clean(name), ...has.map((revealed) => (revealed ? 'yes' : '-')), audience];
    return valuesOf(reads, name).map((value, index) => ({
      audience,
      cells: [...(index === 0 ? first : first.map(() => '')), value],
    }));
  });
  const lines = tableLines(
    [
      { heading: 'field' },
      ...steps.map(({ number }) => ({ heading: `step ${number}` })),
      { heading: 'seen by' },
      { heading: 'value', max: 500 },
    ],
    rows.map(({ cells }) => cells),
  );
  const [headings = '', rule = '', ...body] = lines;
  return [
    paint('bold', headings),
    rule,
    ...body.map((line, index) => {
      const audience = rows[index]?.audience;
      return audience === 'anyone' || audience === 'secret' ? paint(colors[audience], line) : line;
    }),
    ...remarks(reads),
  ];
}

function remarks({ refused }: ThreeReads): string[] {
  return steps.flatMap(({ number, operation }) => {
    const code = refused[operation];
    if (code === undefined) return [];
    const why =
      code === 'forbidden' ? 'this key may not make that call' : 'the portal does not find the client there';
    return ['', `Step ${number} (${operation}) reveals nothing: ${why}.`];
  });
}

/** The value once if all steps that have it agree, else once for each step. */
function valuesOf({ records }: ThreeReads, name: string): string[] {
  const values = steps.flatMap(({ number, operation }) => {
    const record = records[operation];
    return record !== undefined && Object.hasOwn(record, name) ? [{ number, value: record[name] }] : [];
  });
  const groups = grouped(values, ({ value }) => comparable(value));
  return [...groups.values()].flatMap((group) => {
    const value = group[0]?.value;
    const items: unknown[] = Array.isArray(value) && value.length > 0 ? value : [value];
    const numbers = group.map(({ number }) => number).join(', ');
    return items.map((item) => `${groups.size === 1 ? '' : `step ${numbers}: `}${oneLine(item)}`);
  });
}

/** Lists of the API are sets: their order says nothing. */
function comparable(value: unknown): string {
  return JSON.stringify(Array.isArray(value) ? value.map((item) => JSON.stringify(item)).toSorted() : value);
}

/** Map.groupBy, which Node 20 does not have. */
function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

import type { Paint } from '@docspace-oauth/terminal/color';
import { tableLines } from '@docspace-oauth/terminal/table-layout';
import { clean } from '@docspace-oauth/terminal/text';
import { oneLine } from '@docspace-oauth/terminal/value';
import { cut, widest } from '@docspace-oauth/terminal/width';
import { wrap } from '@docspace-oauth/terminal/wrap';

import { audiences, type Audience } from './audience.ts';
import { steps, type ThreeReads } from './reads.ts';

interface Look {
  readonly paint: Paint;
  /** The width of the terminal, if it is one. */
  readonly available: number | undefined;
}

const colors = { anyone: 'green', secret: 'red' } as const satisfies Partial<Record<Audience, string>>;

const LONGEST_VALUE = 500;
const NARROWEST_VALUE = 20;
const HEADINGS = ['field', ...steps.map(({ number }) => `step ${number}`), 'seen by'];
const GAP = 2;

/**
 * The three reads side by side: a line for each field, and one for each further item or differing value. Long texts are
 * broken at their blanks to fit the terminal. An id or an address stays whole, so that it can be copied.
 */
export function comparisonLines(reads: ThreeReads, { paint, available = Infinity }: Look): string[] {
  const fields = [...audiences(reads)];
  const texts = [
    fields.map(([name]) => clean(name)),
    ...steps.map(() => []),
    fields.map(([, audience]) => audience),
  ];
  const used = HEADINGS.reduce(
    (sum, heading, index) => sum + widest([heading, ...(texts[index] ?? [])]) + GAP,
    0,
  );
  const width = Math.min(LONGEST_VALUE, Math.max(NARROWEST_VALUE, available - used));
  const rows = fields.flatMap(([name, audience]) => {
    const has = steps.map(({ operation }) => Object.hasOwn(reads.records[operation] ?? {}, name));
    const first = [clean(name), ...has.map((revealed) => (revealed ? 'yes' : '-')), audience];
    return valuesOf(reads, name)
      .flatMap((value) => wrap(cut(value, LONGEST_VALUE), width))
      .map((value, index) => ({
        audience,
        cells: [...(index === 0 ? first : first.map(() => '')), value],
      }));
  });
  const lines = tableLines(
    [...HEADINGS.map((heading) => ({ heading })), { heading: 'value', max: LONGEST_VALUE }],
    rows.map(({ cells }) => cells),
  );
  const [headings = '', rule = '', ...body] = lines;
  return [
    paint('bold', headings),
    rule.slice(0, available),
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

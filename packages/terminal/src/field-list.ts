import { clean } from './text.ts';
import { oneLine } from './value.ts';
import { cut, pad, widest } from './width.ts';

const VALUE_WIDTH = 500;
const GAP = '  ';

/** One field of a record per line; the items of a list stand below each other. */
export function fieldList(record: object): string[] {
  const fields = Object.entries(record).map(([name, value]: [string, unknown]) => ({
    name: clean(name),
    value,
  }));
  const width = widest(fields.map(({ name }) => name));
  return fields.flatMap(({ name, value }) => {
    const items: unknown[] = Array.isArray(value) && value.length > 0 ? value : [value];
    return items.map((item, index) => {
      const text = cut(oneLine(item), VALUE_WIDTH);
      return `${pad(index === 0 ? name : '', width)}${GAP}${text}`.trimEnd();
    });
  });
}

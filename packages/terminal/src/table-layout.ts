import { cut, pad, widest } from './width.ts';

/** What a table knows of one of its columns before it has seen all of its rows. */
export interface TableColumn {
  readonly heading: string;
  /** How narrow it may become where the terminal is too narrow. @default as wide as its cells, up to `max` */
  readonly min?: number | undefined;
  /** The widest that it becomes. @default 40 */
  readonly max?: number | undefined;
  /** How a cell is made to fit. @default cut with an ellipsis */
  readonly shorten?: ((text: string, width: number) => string) | undefined;
}

export interface TableLayout {
  /** The lines above the rows. */
  readonly header: readonly string[];
  /** Headings of the columns for which there is no room, from the right. */
  readonly leftOut: readonly string[];
  readonly line: (cells: readonly string[]) => string;
}

export interface LayoutOptions {
  /** Terminal columns; undefined where nobody looks at the output, so that there is no limit. */
  readonly available?: number | undefined;
  /** Whether rows will follow that are not among the sample, which may be wider. @default false */
  readonly more?: boolean | undefined;
}

const GAP = '  ';
const MAX = 40;

/** Decides on the widths by the first rows of a table. Cells are texts of one line. */
export function layOut(
  columns: readonly TableColumn[],
  sample: readonly (readonly string[])[],
  { available = Infinity, more = false }: LayoutOptions = {},
): TableLayout {
  const natural = columns.map(({ heading, min, max = MAX }, index) => {
    if (more && min !== undefined) return max;
    return widest([heading, ...sample.map((cells) => cut(cells[index] ?? '', max))]);
  });
  const widths = fit(columns, natural, available);
  const shown = columns.slice(0, widths.length);
  const line = (cells: readonly string[]): string =>
    shown
      .map(({ shorten = cut }, index) => {
        const width = widths[index] ?? 0;
        return pad(bounded(shorten(cells[index] ?? '', width)), width);
      })
      .join(GAP)
      .trimEnd();
  const headings = shown.map(({ heading }, index) => pad(heading, widths[index] ?? 0));
  return {
    header: [headings.join(GAP).trimEnd(), widths.map((width) => '-'.repeat(width)).join(GAP)],
    leftOut: columns.slice(widths.length).map(({ heading }) => heading),
    line,
  };
}

/** All rows of a table beneath its header. */
export function tableLines(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  available?: number,
): string[] {
  const { header, line } = layOut(columns, rows, { available });
  return [...header, ...rows.map(line)];
}

const sumOf = (widths: readonly number[]): number =>
  widths.reduce((sum, width) => sum + width, (widths.length - 1) * GAP.length);

/** The widths that fit: columns become narrower, the widest first; if that is not enough, the last ones are left out. */
function fit(columns: readonly TableColumn[], natural: readonly number[], available: number): number[] {
  const least = columns.map(({ heading, min }, index) =>
    Math.min(natural[index] ?? 0, Math.max(min ?? Infinity, widest([heading]))),
  );
  let count = columns.length;
  while (count > 1 && sumOf(least.slice(0, count)) > available) count -= 1;
  const widths = natural.slice(0, count);
  // A shortened form has one length: it is chosen before anything else loses a part.
  for (const [index, { shorten }] of columns.slice(0, count).entries()) {
    if (shorten !== undefined && sumOf(widths) > available) widths[index] = least[index] ?? 0;
  }
  while (sumOf(widths) > available) {
    const slack = widths.map((width, index) => (width > (least[index] ?? 0) ? width : 0));
    const most = Math.max(...slack);
    if (most === 0) break;
    widths[slack.indexOf(most)] = most - 1;
  }
  return widths;
}

const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Keeps a terminal from moving the cells beside a right-to-left text: a mark on each side that takes no room. */
function bounded(text: string): string {
  return rightToLeft.test(text) ? `\u200E${text}\u200E` : text;
}

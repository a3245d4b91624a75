import { rules } from '../src/rules.ts';

const begin = '<!-- The table is generated from the rules: pnpm generate -->';
const end = '<!-- End of the table -->';

/** All rules as a Markdown table with columns of one width, as the formatter wants it. */
export function rulesTable(): string {
  const rows = rules.map(({ id, level, title, source }) => [
    `\`${id}\``,
    level,
    title,
    `[${source.title}](${source.url})`,
  ]);
  const head = ['rule', 'level', 'what it asks for', 'from'];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** The text of a README with the table of today between its two marks. */
export function withTable(readme: string): string {
  const [before, rest] = readme.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined)
    throw new Error('The README has lost the marks around its table of rules.');
  return `${before}${begin}\n\n${rulesTable()}\n\n${end}${after}`;
}

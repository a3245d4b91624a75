import { markdownTable } from 'markdown-table';
import { median, type Samples } from './rounds.ts';

/** The name of this project among the contenders of each row. */
export const ours = 'docspace-oauth';

export type Unit = 'µs' | 'ms' | 'MB' | 'kB' | 'requests/s' | 'requests';

/** One measure of each contender that took part. */
export interface Row {
  what: string;
  unit: Unit;
  samples: Samples;
  /** The contender whose figure ours is divided by. */
  beside?: string;
  /** A limit for that ratio, or for our figure where nothing stands beside it. */
  goal?: { most: number } | { least: number };
}

/**
 * What is held against the goal: the median of the ratios of the rounds, or of our figure if nothing stands beside it. A
 * ratio within one round compares what ran at nearly the same time: two medians may come from different moments.
 */
function judgedFigure({ what, samples, beside }: Row): number {
  const own = samples[ours];
  const other = beside === undefined ? own?.map(() => 1) : samples[beside];
  if (own === undefined || other?.length !== own.length)
    throw new Error(`"${what}" lacks a figure to judge.`);
  return median(own.map((figure, round) => figure / (other[round] ?? Number.NaN)));
}

/** An unknown figure (NaN) meets no goal. */
export function isMet(row: Row): boolean | undefined {
  if (row.goal === undefined) return undefined;
  const figure = judgedFigure(row);
  return 'most' in row.goal ? figure <= row.goal.most : figure >= row.goal.least;
}

function formatFigure(figure: number, unit: Unit): string {
  const digits = unit === 'requests' || figure >= 100 ? 0 : figure >= 10 ? 1 : 2;
  const text = figure.toLocaleString('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${text} ${unit}`;
}

function formatGoal({ goal, beside, unit }: Row): string {
  if (goal === undefined) return '';
  const [word, limit] = 'most' in goal ? ['at most', goal.most] : ['at least', goal.least];
  return `${word} ${beside === undefined ? `${limit} ${unit}` : `${limit.toFixed(2)} x`}`;
}

function formatRow(row: Row): string[] {
  const { what, unit, samples, beside } = row;
  const figureOf = (name: string): string => formatFigure(median(samples[name] ?? []), unit);
  const named = (name: string): string => `${name} ${figureOf(name)}`;
  const others = Object.keys(samples).filter((name) => name !== ours && name !== beside);
  const met = isMet(row);
  return [
    what,
    figureOf(ours),
    beside === undefined ? '' : named(beside),
    // Three digits: 1.003 is more than 1, and should look like it.
    beside === undefined ? '' : `${judgedFigure(row).toFixed(3)} x`,
    formatGoal(row),
    met === undefined ? '' : met ? 'met' : 'MISSED',
    others.map(named).join('; '),
  ];
}

/** The table of medians in Markdown, and how many goals are met. */
export function report(rows: readonly Row[]): string {
  const header = ['', ours, 'beside', 'ratio', 'goal', '', 'others'];
  const judged = rows.filter(({ goal }) => goal !== undefined);
  const missed = judged.filter((row) => isMet(row) === false);
  const summary = `${judged.length - missed.length} of ${judged.length} goals are met.`;
  const list = missed.map(({ what }) => what).join('; ');
  return [
    markdownTable([header, ...rows.map(formatRow)], { align: ['l', 'r', 'r', 'r', 'r', 'l', 'l'] }),
    missed.length === 0 ? summary : `${summary} Missed: ${list}.`,
  ].join('\n\n');
}

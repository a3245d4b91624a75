import type { Paint } from '@docspace-oauth/terminal/color';

import { csv } from './formats/csv.ts';
import type { Format } from './formats/format.ts';
import { json } from './formats/json.ts';
import { junit } from './formats/junit.ts';
import { markdown } from './formats/markdown.ts';
import { sarif } from './formats/sarif.ts';
import { table } from './formats/table.ts';
import { redactReport } from './redact.ts';
import type { Level, Report } from './report.ts';

export type FormatName = 'table' | 'json' | 'csv' | 'markdown' | 'sarif' | 'junit';

const formats: Readonly<Record<FormatName, Format>> = { table, json, csv, markdown, sarif, junit };

export const formatNames: readonly FormatName[] = Object.keys(formats) as FormatName[];

/** The width of a table that is written to a file. */
const FILE_WIDTH = 100;

export interface FormatReportOptions {
  /** The mildest level that fails the run. */
  readonly failOn: Level;
  /** What the run knows that nobody may read: API keys, tokens, client secrets. */
  readonly secrets: Iterable<string>;
  /** Where the text goes to a terminal. */
  readonly terminal?: { readonly width: number; readonly paint: Paint };
}

/** A report as a text in one of the formats, without any of the secrets. */
export async function formatReport(
  name: FormatName,
  report: Report,
  { failOn, secrets, terminal }: FormatReportOptions,
): Promise<string> {
  const { width, paint } = terminal ?? { width: FILE_WIDTH, paint: (_: unknown, text: string) => text };
  return formats[name](redactReport(report, secrets), { failOn, width, paint });
}

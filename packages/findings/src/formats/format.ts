import type { Paint } from '@docspace-oauth/terminal/color';

import type { Level, Report } from '../report.ts';

export interface FormatOptions {
  /** The mildest level that fails the run, so that a format and the exit code say the same. */
  readonly failOn: Level;
  /** In terminal columns; only the table has one. */
  readonly width: number;
  readonly paint: Paint;
}

/** Turns a report into a text that ends with a line break. */
export type Format = (report: Report, options: FormatOptions) => string | Promise<string>;

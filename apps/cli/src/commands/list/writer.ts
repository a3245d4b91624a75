import type { Paint } from '@docspace-oauth/terminal/color';
import type { Progress } from '@docspace-oauth/terminal/progress';

import type { Output } from '../../command.ts';
import type { Column, ListedClient } from '../../columns/columns.ts';
import { createCsvWriter } from './csv-writer.ts';
import { createJsonWriter } from './json-writer.ts';
import { createJsonlWriter } from './jsonl-writer.ts';
import { createMarkdownWriter } from './markdown-writer.ts';
import { createTableWriter } from './table-writer.ts';

/** Writes clients in one format, each as soon as it is there. */
export interface ListWriter {
  add(client: ListedClient): Promise<void>;
  /** @param missing the ids that were asked for and not found; undefined if nobody asked for ids */
  end(missing: readonly string[] | undefined): Promise<void>;
}

export interface WriterOptions {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly progress: Progress;
  readonly paint: Paint;
  /** The columns that were asked for. */
  readonly chosen: readonly Column[] | undefined;
  /** Whether ids were asked for. */
  readonly hasIds: boolean;
  /** Whether clients may have been filtered out. */
  readonly isPartial: boolean;
}

const writers = {
  table: createTableWriter,
  json: createJsonWriter,
  jsonl: createJsonlWriter,
  csv: createCsvWriter,
  markdown: createMarkdownWriter,
} as const satisfies Record<string, (options: WriterOptions) => ListWriter>;

export function createWriter(format: keyof typeof writers, options: WriterOptions): ListWriter {
  return writers[format](options);
}

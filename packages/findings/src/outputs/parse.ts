import path from 'node:path';

import { UsageError } from '@docspace-oauth/terminal/usage-error';

/** One report to write. */
export interface Output<Name extends string = string> {
  readonly format: Name;
  /** Absent: standard output. */
  readonly file?: string;
}

/**
 * Reads `--report table,junit=FILE`, given once or several times. A format without a file goes to standard
 * output. A comma always separates, so that a misspelt format is never taken for a part of a path: the path
 * of a report has none.
 */
export function parseOutputs<Name extends string>(
  values: readonly string[],
  formats: readonly Name[],
): readonly Output<Name>[] {
  const outputs = values.flatMap((value) => value.split(',')).map((text) => parseOutput(text, formats));
  const printed = outputs.filter(({ file }) => file === undefined);
  if (printed.length > 1) {
    const names = printed.map(({ format }) => format).join(' and ');
    throw new UsageError(
      `--report: only one format can go to standard output, not ${names}.`,
      `Give each of the others a file, such as ${printed[1]?.format}=FILE.`,
    );
  }
  refuseSameFile(outputs);
  return outputs;
}

function parseOutput<Name extends string>(text: string, formats: readonly Name[]): Output<Name> {
  const [, name = '', file] = /^([^=]*)(?:=(.*))?$/su.exec(text) ?? [];
  const format = formats.find((allowed) => allowed === name.trim());
  if (format === undefined) {
    const what = name.trim() === '' ? 'a format is missing' : `there is no format "${name.trim()}"`;
    throw new UsageError(
      `--report: ${what}; formats: ${formats.join(', ')}.`,
      'Write FORMAT or FORMAT=FILE, with commas between several; the path of a file has no comma.',
    );
  }
  if (file === undefined) return { format };
  if (file.trim() === '') {
    throw new UsageError(
      `--report: the file of ${format}= is missing.`,
      `Write ${format}=FILE, or ${format} alone for standard output.`,
    );
  }
  return { format, file };
}

function refuseSameFile(outputs: readonly Output[]): void {
  const seen = new Set<string>();
  for (const { file } of outputs) {
    if (file === undefined) continue;
    const full = path.resolve(file);
    // macOS and Windows usually take both cases for the same file.
    const key = process.platform === 'linux' ? full : full.toLowerCase();
    if (seen.has(key)) {
      throw new UsageError(`--report: two formats would go to ${file}.`, 'Give each format its own file.');
    }
    seen.add(key);
  }
}

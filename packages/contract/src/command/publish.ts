import { resolve } from 'node:path';
import { exitCode } from '@docspace-oauth/findings/exit-code';
import type { FormatName } from '@docspace-oauth/findings/formats';
import { formatNames, formatReport } from '@docspace-oauth/findings/formats';
import { applyKnown } from '@docspace-oauth/findings/known';
import { readKnown } from '@docspace-oauth/findings/known-file';
import { parseOutputs } from '@docspace-oauth/findings/outputs';
import type { Report } from '@docspace-oauth/findings/report';
import { checkOutputs, writeOutputs } from '@docspace-oauth/findings/write-outputs';
import { createPaint } from '@docspace-oauth/terminal/color';
import type { CommandContext } from './context.ts';

/** The options of every command that makes a report. */
export const reportOptions = {
  report: { type: 'string', multiple: true },
  known: { type: 'string' },
} as const;

export const reportHelp: string = reportHelpAt(15, formatNames);

/** The same where descriptions begin in another column, with formats of the command's own. */
export function reportHelpAt(column: number, formats: readonly string[]): string {
  const line = (option: string, text: string): string => `${`  ${option}`.padEnd(column)}  ${text}\n`;
  return [
    line(
      '--report LIST',
      'the reports to write, such as table,junit=FILE,sarif=FILE; without a file to standard output',
    ),
    line('', `(formats: ${formats.join(', ')}) [default: table]`),
    line('--known FILE', 'a list of known deviations'),
  ].join('');
}

interface Values {
  readonly report?: readonly string[] | undefined;
  readonly known?: string | undefined;
}

/** What a run says of itself. */
export interface Published {
  /** What nobody may read: API keys, tokens, client secrets. @default none */
  readonly secrets?: Iterable<string>;
  /** False where it was interrupted. @default true */
  readonly finished?: boolean;
  /** Whether everything was checked, and not only a part that was chosen. @default true */
  readonly complete?: boolean;
}

export type Publish = (report: Report, published?: Published) => Promise<number>;

const columns = 100;

/**
 * Reads the options before the work, which would otherwise be for nothing; what it gives writes the reports. A command may
 * have formats of its own, each made when all is done.
 */
export async function prepareReports(
  { report: wanted = ['table'], known }: Values,
  { folder, stdout, environment }: CommandContext,
  ownFormats: Readonly<Record<string, () => string>> = {},
): Promise<Publish> {
  const names = [...formatNames, ...Object.keys(ownFormats)];
  const outputs = parseOutputs(wanted, names).map(({ format, file }) =>
    file === undefined ? { format } : { format, file: resolve(folder, file) },
  );
  await checkOutputs(outputs);
  const list = known === undefined ? undefined : await readKnown(resolve(folder, known), folder);
  return async (report, { secrets = [], finished = true, complete = true } = {}) => {
    const result = list
      ? applyKnown(report, list, { now: new Date(), complete: complete && finished })
      : report;
    // Some terminals do not know their width and say 0.
    const terminal = { width: stdout.columns || columns, paint: createPaint(stdout, environment) };
    const toTerminal = stdout.isTTY ? { terminal } : {};
    await writeOutputs(
      outputs,
      ({ format, file }) =>
        ownFormats[format]?.() ??
        formatReport(format as FormatName, result, {
          failOn: 'error',
          secrets,
          ...(file === undefined ? toTerminal : {}),
        }),
      stdout,
    );
    return exitCode(result, { failOn: 'error', finished });
  };
}

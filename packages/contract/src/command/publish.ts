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

export const reportHelp = `  --report LIST  the reports to write, such as table,junit=FILE,sarif=FILE; one without a file goes to standard output
                 (${formatNames.join(', ')}) [default: table]
  --known FILE   a list of known deviations
`;

interface Values {
  readonly report?: readonly string[] | undefined;
  readonly known?: string | undefined;
}

const columns = 100;

/** Reads the options before the work, which would otherwise be for nothing; what it gives writes the reports. */
export async function prepareReports(
  { report: wanted = ['table'], known }: Values,
  { folder, stdout, environment }: CommandContext,
): Promise<(report: Report) => Promise<number>> {
  const outputs = parseOutputs<FormatName>(wanted, formatNames).map(({ format, file }) =>
    file === undefined ? { format } : { format, file: resolve(folder, file) },
  );
  await checkOutputs(outputs);
  const list = known === undefined ? undefined : await readKnown(resolve(folder, known), folder);
  return async (report) => {
    const result = list ? applyKnown(report, list, { now: new Date(), complete: true }) : report;
    const terminal = { width: stdout.columns ?? columns, paint: createPaint(stdout, environment) };
    const toTerminal = stdout.isTTY ? { terminal } : {};
    await writeOutputs(
      outputs,
      ({ format, file }) =>
        formatReport(format, result, {
          failOn: 'error',
          secrets: [],
          ...(file === undefined ? toTerminal : {}),
        }),
      stdout,
    );
    return exitCode(result, { failOn: 'error', finished: true });
  };
}

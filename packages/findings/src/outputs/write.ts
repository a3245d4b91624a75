import { UsageError } from '@docspace-oauth/terminal/usage-error';

import { checkWritable, replaceFile } from './file.ts';
import type { Output } from './parse.ts';

/** Refuses a file that cannot be written, before a run that would be for nothing. */
export async function checkOutputs(outputs: readonly Output[]): Promise<void> {
  for (const { file } of outputs) {
    if (file === undefined) continue;
    // oxlint-disable-next-line no-await-in-loop -- The first one that is refused is reported.
    await checkWritable(file).catch((error: unknown) => {
      throw unwritable(file, error);
    });
  }
}

/**
 * Writes all reports, the printed one last. If some cannot be written the others are all the same, and then
 * it throws.
 */
export async function writeOutputs<Name extends string>(
  outputs: readonly Output<Name>[],
  textOf: (output: Output<Name>) => string | Promise<string>,
  stdout: { write(text: string): unknown },
): Promise<void> {
  const files = outputs.flatMap(({ format, file }) => (file === undefined ? [] : [{ format, file }]));
  const results = await Promise.allSettled(
    files.map(async (output) => {
      const text = await textOf(output);
      await replaceFile(output.file, text).catch((error: unknown) => {
        throw unwritable(output.file, error);
      });
    }),
  );
  for (const output of outputs) {
    // oxlint-disable-next-line no-await-in-loop -- There is at most one.
    if (output.file === undefined) stdout.write(await textOf(output));
  }
  const failure = results.find((result) => result.status === 'rejected');
  if (failure) throw failure.reason;
}

const causes = new Map([
  ['EACCES', 'permission is denied'],
  ['EPERM', 'permission is denied'],
  ['EROFS', 'the disk is read-only'],
  ['ENOSPC', 'the disk is full'],
  ['EISDIR', 'it is a folder'],
  ['ENOTDIR', 'a part of the path is no folder'],
  ['EEXIST', 'a part of the path is no folder'],
  ['ENAMETOOLONG', 'the name is too long'],
]);

function unwritable(file: string, error: unknown): UsageError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  return new UsageError(
    `--report: ${file} cannot be written: ${causes.get(code) ?? code}.`,
    'Name a file in a folder that can be written to.',
  );
}

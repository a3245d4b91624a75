import { isDocSpaceError, type DocSpaceError } from '@docspace-oauth/api';
import { MockError } from '@docspace-oauth/mock';

import { ExampleError } from './example-error.ts';
import { clean } from './terminal-text.ts';

/** Says on stderr what failed and what to do about it, and gives the exit code; what is no such failure is a bug. */
export function reportFailure(error: unknown): number {
  if (isDocSpaceError(error)) {
    const status = error.status === undefined ? '' : `, status ${error.status}`;
    tell(`${error.code}${status}: ${inSettings(error.message)}`, inSettings(error.hint ?? ''));
    return exitCode(error);
  }
  if (error instanceof ExampleError) {
    tell(error.message, error.hint);
    return error.exitCode;
  }
  if (error instanceof MockError) {
    tell(error.message);
    return 1;
  }
  throw error;
}

/** Says which of the ids asked for in bulk are unknown, and whether there were any. */
export function reportMissing(result: object): boolean {
  if (!('missing' in result && Array.isArray(result.missing) && result.missing.length > 0)) return false;
  tell(`No client has the id ${result.missing.join(' or ')}.`, 'Step 1 lists the ids that there are.');
  return true;
}

function tell(message: string, hint = ''): void {
  process.stderr.write(`Error: ${clean(message)}\n`);
  if (hint !== '') process.stderr.write(`Hint: ${clean(hint)}\n`);
}

function exitCode({ code }: DocSpaceError): number {
  return code === 'invalid_input' ? 2 : 1;
}

/** The client speaks of its options; who runs a program knows them as settings. */
function inSettings(text: string): string {
  return text
    .replaceAll(/\bbaseUrl\b/gu, 'DOCSPACE_URL')
    .replaceAll(/\bapiKey\b/gu, 'DOCSPACE_API_KEY')
    .replaceAll(/\bset dialect to\b/gu, 'set DOCSPACE_DIALECT to');
}

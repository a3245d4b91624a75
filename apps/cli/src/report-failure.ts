import { isDocSpaceError } from '@docspace-oauth/api';
import { failureText } from '@docspace-oauth/terminal/failure';
import { withSettingNames } from '@docspace-oauth/terminal/portal-settings';
import { UsageError } from '@docspace-oauth/terminal/usage-error';

import type { Output } from './command.ts';

/** Prints what failed and what to do about it, and gives the exit code. An unexpected error is a bug and is thrown. */
export function reportFailure(error: unknown, stderr: Output): number {
  if (isDocSpaceError(error)) {
    const status = error.status === undefined ? '' : `, status ${error.status}`;
    const message = `${error.code}${status}: ${withSettingNames(error.message)}`;
    stderr.write(failureText(message, error.hint === undefined ? undefined : withSettingNames(error.hint)));
    return error.code === 'invalid_input' ? 2 : 1;
  }
  if (error instanceof UsageError) {
    stderr.write(failureText(error.message, error.hint));
    return error.exitCode;
  }
  throw error;
}

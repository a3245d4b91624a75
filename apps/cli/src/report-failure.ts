import { isDocSpaceError } from '@docspace-oauth/api';
import { failureText } from '@docspace-oauth/terminal/failure';
import { UsageError } from '@docspace-oauth/terminal/usage-error';

import { callFailureText } from './call-failure-text.ts';
import type { Output } from './command.ts';

/** Prints what failed and what to do about it, and gives the exit code. An unexpected error is a bug and is thrown. */
export function reportFailure(error: unknown, stderr: Output, failedCall: 1 | 2): number {
  if (isDocSpaceError(error)) {
    stderr.write(callFailureText(error));
    return error.code === 'invalid_input' ? 2 : failedCall;
  }
  if (error instanceof UsageError) {
    stderr.write(failureText(error.message, error.hint));
    return error.exitCode;
  }
  throw error;
}

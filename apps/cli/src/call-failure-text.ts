import type { DocSpaceError } from '@docspace-oauth/api';
import { failedCallText } from '@docspace-oauth/terminal/failure';

import { commandHint } from './command-hint.ts';

/** A failed call as this command prints it: code, status, what happened, and what to do. */
export function callFailureText(error: DocSpaceError): string {
  const { code, status, message } = error;
  return failedCallText({ code, status, message, hint: commandHint(error) });
}

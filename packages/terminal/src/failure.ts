import { withSettingNames } from './portal-settings.ts';
import { clean } from './text.ts';

/** A failure as a command prints it: what went wrong, and on a second line what to do about it. */
export function failureText(message: string, hint?: string): string {
  return `Error: ${clean(message)}\n${hint === undefined ? '' : `Hint: ${clean(hint)}\n`}`;
}

/** What a DocSpaceError says of a failed call. */
interface FailedCall {
  readonly code: string;
  readonly status: number | undefined;
  readonly message: string;
  readonly hint: string | undefined;
}

/** A failed call of the DocSpace client as a command prints it; another hint replaces the client's own. */
export function failedCallText(
  { code, status, message, hint }: FailedCall,
  otherHint: string | undefined = hint,
): string {
  const what = status === undefined ? code : `${code}, status ${status}`;
  return failureText(
    `${what}: ${withSettingNames(message)}`,
    otherHint === undefined ? undefined : withSettingNames(otherHint),
  );
}

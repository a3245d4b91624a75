import { UsageError } from '@docspace-oauth/terminal/usage-error';
import { SemVer, valid } from 'semver';

export type Bump = 'none' | 'compatible' | 'breaking';

/** The least version that a contract needs after changes of a kind. Below 1.0 a breaking change raises the minor version. */
export function nextVersion(base: string, bump: Bump): string {
  const next = new SemVer(base);
  const young = next.major === 0;
  if (bump === 'breaking') next.inc(young ? 'minor' : 'major');
  if (bump === 'compatible') next.inc(young ? 'patch' : 'minor');
  return next.version;
}

/** Whether a version is at least the one that is needed; a prerelease of it is enough. */
export function isEnough(version: string, needed: string): boolean {
  return new SemVer(version).compareMain(needed) >= 0;
}

/** Refuses a version that cannot be compared. */
export function checkVersion(version: unknown, name: string): string {
  if (typeof version === 'string' && valid(version) !== null) return version;
  throw new UsageError(
    `The version of the contract of ${name} is no semantic version, such as 1.2.3.`,
    'It stands in docspace-oauth.yaml under info.',
  );
}

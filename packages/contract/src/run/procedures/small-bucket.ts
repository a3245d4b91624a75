import { clean } from '@docspace-oauth/terminal/text';
import type { Procedure } from '../procedure.ts';
import { judge } from '../judge.ts';
import { requestOf } from '../request-of.ts';
import type { Violation } from '../violation.ts';

/** The two forms of Retry-After: seconds, or a date as HTTP writes it. */
function isTime(value: string | undefined): boolean {
  return (
    value !== undefined &&
    (/^\d+$/u.test(value) || (value.endsWith(' GMT') && !Number.isNaN(Date.parse(value))))
  );
}

/** More calls than any key that is limited for a test has. */
const most = 10;

/**
 * Uses up the calls of a limited key. The refusal of a portal has no body, no call left, and a wait in nanoseconds until one
 * single call; what is let through says 0. The guide says seconds, and Retry-After.
 */
export const smallBucket: Procedure = async ({ case: one, target, contract, operation, signal }) => {
  const request = requestOf(one, operation, target.facts);
  const violations: Violation[] = [];
  const fail = (message: string): void => void violations.push({ rule: 'assertion', message });
  for (let call = 1; call <= most; call += 1) {
    const response = await target.send(request, signal);
    violations.push(...judge(contract, operation, response));
    const remaining = Number(response.headers.get('x-ratelimit-remaining') ?? Number.NaN);
    const reset = Number(response.headers.get('x-ratelimit-reset') ?? Number.NaN);
    const isPortal = target.dialect === 'portal';
    if (response.status !== 429) {
      if (isPortal && reset !== 0)
        fail(`A response that is let through has X-Ratelimit-Reset ${reset}; expected 0.`);
      continue;
    }
    if (remaining !== 0) fail(`A refusal has X-Ratelimit-Remaining ${remaining}; expected 0.`);
    if (isPortal && !(reset >= 1_000_000)) {
      fail(`A refusal has X-Ratelimit-Reset ${reset}; expected nanoseconds, at least 1,000,000.`);
    }
    const retryAfter = response.headers.get('retry-after');
    if (isPortal && retryAfter !== undefined) fail('A refusal has Retry-After, which no portal sends.');
    if (!isPortal && !isTime(retryAfter)) {
      fail(`A refusal has Retry-After ${clean(retryAfter ?? 'not at all')}; expected seconds or a date.`);
    }
    if (isPortal && response.text !== '') fail('A refusal of a user has a body; expected none.');
    if (!isPortal && !(reset >= 0 && reset <= 60)) {
      fail(`A refusal has X-Ratelimit-Reset ${reset}; expected at most 60 seconds.`);
    }
    return violations;
  }
  fail(`${most} calls were let through; expected a refusal.`);
  return violations;
};

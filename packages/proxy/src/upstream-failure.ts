import { isDocSpaceError, type DocSpaceError } from '@docspace-oauth/api';

import { HttpProblem } from './http-problem.ts';

interface Limits {
  readonly timeoutMs: number;
  readonly maxBodyBytes: number;
}

/**
 * What goes to the browser if the portal gave no response or refused the token exchange. Made of fixed words, because the
 * message of the error may quote what the portal sent. Anything but a DocSpaceError stays what it is.
 */
export function toUpstreamProblem(error: unknown, { timeoutMs, maxBodyBytes }: Limits): unknown {
  if (!isDocSpaceError(error)) return error;
  const { code, status, operationId, retryAfterMs = 0 } = error;
  if (code === 'timeout') {
    return new HttpProblem(504, `The upstream did not answer within ${timeoutMs} ms.`);
  }
  if (code === 'network') {
    return new HttpProblem(502, `The upstream could not be reached or broke off${inBrackets(error)}.`);
  }
  if (status !== undefined && operationId === 'generateJwtToken') return exchangeProblem(status);
  if (code === 'unexpected_response') {
    return new HttpProblem(502, `The upstream's response is larger than ${maxBodyBytes} bytes.`);
  }
  if (code === 'rate_limited') {
    return new HttpProblem(429, "The portal's rate limit is used up.", {
      'retry-after': String(Math.ceil(retryAfterMs / 1000)),
    });
  }
  return error;
}

export function redirectProblem(status: number): HttpProblem {
  return new HttpProblem(
    502,
    `The upstream answered with a redirect (${status}), which the proxy never follows.`,
  );
}

const exchangeFailures: Readonly<Record<number, string>> = {
  200: 'answered something that is no token; is it a DocSpace portal?',
  401: 'refused the API key; is it right and still valid?',
  403: 'refused the API key; is it unrestricted, or has it a scope for reading?',
  429: 'allows no further token exchange for now; is the key used elsewhere too?',
};

function exchangeProblem(status: number): HttpProblem {
  if (status >= 300 && status < 400) return redirectProblem(status);
  const what = exchangeFailures[status] ?? `answered ${status} instead of a token; is it a DocSpace portal?`;
  return new HttpProblem(502, `The upstream's token endpoint ${what}`);
}

/** The code of the system error, such as ECONNREFUSED. Its message may quote a header and is left out. */
function inBrackets({ cause }: DocSpaceError): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return /^[A-Z][A-Z0-9_]{2,60}$/u.test(code) ? ` (${code})` : '';
}

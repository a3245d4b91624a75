import type { DocSpaceError, DocSpaceErrorCode } from '@docspace-oauth/api';
import { useMemo, type ReactNode } from 'react';

import { seconds } from './format.ts';
import { Text } from './text.tsx';
import { useCountdown } from './use-countdown.ts';

const titles: Readonly<Record<DocSpaceErrorCode, string>> = {
  invalid_input: 'This cannot be asked',
  unauthorized: 'The API key is not accepted',
  forbidden: 'Not allowed',
  not_found: 'There is no such client',
  rate_limited: 'Too many requests',
  portal_unavailable: 'The portal is not available',
  bad_request: 'The server refused the request',
  server_error: 'The server failed',
  unexpected_response: 'The server answered something else',
  network: 'The server cannot be reached',
  timeout: 'The server took too long',
  aborted: 'The request was stopped',
};

interface FailureProps {
  readonly error: DocSpaceError;
  readonly retry: () => void;
  /** How the heading fits into the page. @default 2 */
  readonly level?: 2 | 3;
}

/** What went wrong and what to do about it. After a rate limit it counts down to when another try can succeed. */
export function Failure({ error, retry, level = 2 }: FailureProps): ReactNode {
  const { code, message, hint, problem, status, attempts, retryAfterMs } = error;
  const until = useMemo(() => (retryAfterMs ? Date.now() + retryAfterMs : undefined), [error, retryAfterMs]);
  const left = useCountdown(until);
  const Heading = `h${level}` as const;
  return (
    <section className="notice notice-failure" role="alert">
      <Heading>{titles[code]}</Heading>
      <p>
        <Text>{message}</Text>
      </p>
      {problem?.detail !== undefined && problem.detail !== '' && !message.includes(problem.detail) && (
        <blockquote>
          <Text>{problem.detail}</Text>
        </blockquote>
      )}
      {hint !== undefined && (
        <p>
          <strong>What to do:</strong> <Text>{hint}</Text>
        </p>
      )}
      <p className="actions">
        <button type="button" onClick={retry} disabled={left > 0}>
          Try again
        </button>
        {left > 0 && <span role="timer">in {seconds(left)}</span>}
        <small>
          <code>{code}</code>
          {status !== undefined && `, status ${status}`}
          {attempts > 0 && `, ${attempts === 1 ? '1 request' : `${attempts} requests`}`}
        </small>
      </p>
    </section>
  );
}

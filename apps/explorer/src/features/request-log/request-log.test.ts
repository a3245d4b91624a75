import type { ResponseEvent } from '@docspace-oauth/api';
import { expect, test, vi } from 'vitest';

import { RequestLog } from './request-log.ts';

const event: ResponseEvent = {
  operationId: 'getClient',
  attempt: 1,
  method: 'GET',
  url: 'http://127.0.0.1:1/api/2.0/clients/a?x=1',
  headers: { 'x-signature': '••••' },
  status: 200,
  error: undefined,
  durationMs: 3.4,
  remaining: 199,
};

test('a response becomes an entry without headers, and listeners hear of it', () => {
  const log = new RequestLog();
  const listener = vi.fn<() => void>();
  const stop = log.subscribe(listener);
  log.hooks.onResponse?.(event);
  expect(log.state().requests).toEqual([
    {
      id: 1,
      operationId: 'getClient',
      url: event.url,
      target: '/api/2.0/clients/a?x=1',
      credential: 'token',
      attempt: 1,
      status: 200,
      failure: undefined,
      durationMs: 3.4,
      remaining: 199,
    },
  ]);
  stop();
  log.hooks.onResponse?.(event);
  expect(listener).toHaveBeenCalledTimes(1);
});

test('a pause lasts until the next response', () => {
  const log = new RequestLog();
  log.hooks.onWait?.({ operationId: 'getClients', delayMs: 1000, reason: 'refused' });
  expect(log.state().pause).toMatchObject({ reason: 'refused', operationId: 'getClients' });
  log.hooks.onResponse?.(event);
  expect(log.state().pause).toBeUndefined();
  log.hooks.onRetry?.({ ...event, status: 502, delayMs: 200 });
  expect(log.state().pause).toMatchObject({ reason: 'retry' });
});

test('the last 300 requests are kept, and a warning once', () => {
  const log = new RequestLog();
  for (let count = 0; count < 301; count += 1) log.hooks.onResponse?.(event);
  expect(log.state().requests.map(({ id }) => id)).toEqual(
    Array.from({ length: 300 }, (_, index) => index + 2),
  );
  const warning = { code: 'list_may_be_incomplete', message: 'more', operationId: 'getClients' } as const;
  log.hooks.onWarning?.(warning);
  log.hooks.onWarning?.(warning);
  log.hooks.onWarning?.({ ...warning, code: 'api_key_form', message: 'form' });
  expect(log.state().warnings).toEqual(['more']);
});

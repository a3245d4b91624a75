import { rawRequest } from '@docspace-oauth/testing/raw-request';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { json, issueToken, startPortal, startTestProxy } from '../test/fake-portal.ts';

// Only the clocks: timers and sockets work as always.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'performance'] }));
afterEach(() => void vi.useRealTimers());

const hour = 3_600_000;

test.each([
  ['in time', 0],
  ['in time if the clock of the portal is an hour ahead', hour],
  ['in time if the clock of the portal is an hour behind', -hour],
])(
  'a token of five minutes is used for more than three and renewed before it ends, %s',
  async (_, offsetMs) => {
    const portal = await startPortal(json(200, {}), (request, response, state) => {
      const { now } = Date;
      const shifted = vi.spyOn(Date, 'now').mockImplementation(() => now() + offsetMs);
      response.setHeader('date', new Date(Date.now()).toUTCString());
      issueToken(request, response, state);
      shifted.mockRestore();
    });
    const proxy = await startTestProxy(portal.url);
    const list = '/api/2.0/clients';
    await rawRequest(proxy.url, list);
    vi.advanceTimersByTime(200_000);
    await rawRequest(proxy.url, list);
    expect(portal.exchanges).toHaveLength(1);
    vi.advanceTimersByTime(95_000);
    await rawRequest(proxy.url, list);
    expect(portal.exchanges).toHaveLength(2);
    expect(portal.requests.map(({ headers }) => headers['x-signature'])).toEqual([
      portal.tokens[0],
      portal.tokens[0],
      portal.tokens[1],
    ]);
  },
);

import { startMock } from '@docspace-oauth/mock';
import { json, startServer, text, type Reply } from '@docspace-oauth/testing/server';
import { describe, expect, onTestFinished, test } from 'vitest';

import type { Ended } from '../../guide/run.ts';
import { startInFront } from './in-front.ts';
import { apiKey, portalPrograms, programsOf, valueOf } from './programs.ts';

/** The limit of the whole server, of which a portal says no time. */
const ofServer: Reply = json(
  429,
  { title: 'Too Many Requests', status: 429 },
  { 'x-ratelimit-remaining': '7', 'x-ratelimit-reset': '0' },
);
/** The limit of the caller: no body, and nanoseconds. */
const ofCaller: Reply = text(429, '', {
  'content-type': 'application/json',
  'x-ratelimit-remaining': '0',
  'x-ratelimit-reset': '250000000',
});

function isComplete(ended: Ended): boolean {
  return ended.code === 0 && ended.err === '' && JSON.stringify(valueOf(ended, 5)).includes('"missing"');
}

describe.each(programsOf(...portalPrograms))('$file', ({ start }) => {
  test('waits until the bucket of a small portal has room again', async () => {
    const mock = await startMock({ dialect: 'portal', limits: 'minified' });
    onTestFinished(() => mock.close());
    const exchange = await fetch(`${mock.url}/api/2.0/security/oauth2/token`, {
      headers: { authorization: `Bearer ${apiKey}` },
    });
    const { response: token } = (await exchange.json()) as { response: string };
    const read = async (): Promise<number> =>
      (await fetch(`${mock.url}/api/2.0/clients?limit=1`, { headers: { 'x-signature': token } })).status;
    // Somebody else with the same key has just used it up.
    const statuses = await Promise.all(Array.from({ length: 105 }, read));
    expect(statuses).toContain(429);

    const asked = mock.requests.length;
    expect(isComplete(await start(mock.url))).toBe(true);
    const refused = mock.requests.slice(asked).filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
  });

  test.each([
    { limit: 'the whole server, which says no time', reply: ofServer, least: 500 },
    { limit: 'the caller, in nanoseconds', reply: ofCaller, least: 250 },
  ])('sends every request again after a 429 of the limit of $limit', async ({ reply, least }) => {
    const mock = await startMock({ dialect: 'portal' });
    onTestFinished(() => mock.close());
    const times = new Map<string, number[]>();
    const front = await startInFront(mock, ({ path }) => {
      if (path.endsWith('/token')) return undefined;
      const sent = [...(times.get(path) ?? []), performance.now()];
      times.set(path, sent);
      return sent.length === 1 ? reply : undefined;
    });
    expect(isComplete(await start(front.url))).toBe(true);
    const waits = [...times.values()].map(([first = 0, second = 0]) => second - first);
    expect(waits.length).toBeGreaterThan(4);
    // A timer of Node.js may come a millisecond early.
    expect(waits.filter((wait) => wait < least - 1)).toEqual([]);
  });

  test('does not wait for longer than two minutes, and says so', async () => {
    const server = await startServer(({ path }) =>
      path.endsWith('/token')
        ? json(200, { response: 'eyJh.eyJl.c2ln' })
        : text(429, '', { 'retry-after': '3600' }),
    );
    const { code, out, err } = await start(server.url);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^Error: (?:GET \S+: 429, there are too many calls: try later\.|rate_limited: )/u);
    expect(server.requests).toHaveLength(2);
  });
});

describe.each(programsOf('guide-fetch.mjs', 'guide.py'))('$file', ({ start }) => {
  test('waits for as many seconds as the server says', async () => {
    const mock = await startMock({ dialect: 'guide' });
    onTestFinished(() => mock.close());
    let firstAt = 0;
    const front = await startInFront(mock, (_, index) => {
      if (index > 0) return undefined;
      firstAt = performance.now();
      return json(429, {}, { 'retry-after': '1' });
    });
    const ended = await start(front.url);
    expect(isComplete(ended)).toBe(true);
    expect(front.requests).toHaveLength(6);
    expect(performance.now() - firstAt).toBeGreaterThan(999);
  });
});

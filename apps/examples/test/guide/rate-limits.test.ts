import { startMock } from '@docspace-oauth/mock';
import { json, startServer, text, type Received, type Reply } from '@docspace-oauth/testing/server';
import { expect, onTestFinished, test } from 'vitest';

import type { Ended } from '../../guide/run.ts';
import { startInFront } from './in-front.ts';
import { portalPrograms, programsOf, valueOf, type Program } from './programs.ts';

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

const programs = programsOf(...portalPrograms);
const guidePrograms = programsOf('guide-fetch.mjs', 'guide.py');

/** Does the same with several programs at once, since each of them waits for most of its time. */
async function each<T>(
  some: readonly Program[],
  work: (program: Program) => Promise<T>,
): Promise<[string, T][]> {
  return Promise.all(some.map(async (program) => [program.file, await work(program)]));
}

/** What `each` gives if it is the same for each program. */
function all<T>(some: readonly Program[], value: T): [string, T][] {
  return some.map(({ file }) => [file, value]);
}

test('the programs wait until the bucket of a small portal has room again', async () => {
  const results = await each(programs, async ({ start }) => {
    const mock = await startMock({ dialect: 'portal', limits: 'minified' });
    onTestFinished(() => mock.close());
    const paths = new Set<string>();
    // Somebody else with the same key uses it up, just before each request of the program arrives.
    const useUp = async ({ path, headers }: Received): Promise<void> => {
      const token = headers['x-signature'];
      if (typeof token !== 'string' || paths.has(path)) return;
      paths.add(path);
      let status = 200;
      while (status === 200) {
        const response = await fetch(`${mock.url}/api/2.0/clients?limit=1`, {
          headers: { 'x-signature': token },
        });
        ({ status } = response);
        await response.arrayBuffer();
      }
    };
    const front = await startInFront(mock, () => undefined, useUp);
    const isDone = isComplete(await start(front.url));
    return { isDone, isRefused: new Set(front.paths()).size < front.requests.length };
  });
  expect(results).toEqual(all(programs, { isDone: true, isRefused: true }));
});

test.each([
  { limit: 'the whole server, which says no time', reply: ofServer, least: 500 },
  { limit: 'the caller, in nanoseconds', reply: ofCaller, least: 250 },
])('the programs send every request again after a 429 of the limit of $limit', async ({ reply, least }) => {
  const results = await each(programs, async ({ start }) => {
    const mock = await startMock({ dialect: 'portal' });
    onTestFinished(() => mock.close());
    const times = new Map<string, number[]>();
    const front = await startInFront(mock, ({ path }) => {
      if (path.endsWith('/token')) return undefined;
      const sent = [...(times.get(path) ?? []), performance.now()];
      times.set(path, sent);
      return sent.length === 1 ? reply : undefined;
    });
    const isDone = isComplete(await start(front.url));
    const waits = [...times.values()].map(([first = 0, second = 0]) => second - first);
    // A timer of Node.js may come a millisecond early.
    return { isDone, hasAsked: waits.length > 4, tooShort: waits.filter((wait) => wait < least - 1) };
  });
  expect(results).toEqual(all(programs, { isDone: true, hasAsked: true, tooShort: [] }));
});

test('the programs do not wait for longer than two minutes, and say so', async () => {
  const results = await each(programs, async ({ start }) => {
    const server = await startServer(({ path }) =>
      path.endsWith('/token')
        ? json(200, { response: 'eyJh.eyJl.c2ln' })
        : text(429, '', { 'retry-after': '3600' }),
    );
    const { code, out, err } = await start(server.url);
    const says = /^Error: (?:GET \S+: 429, there are too many calls: try later\.|rate_limited: )/u;
    return { code, out, isSaid: says.test(err), requests: server.requests.length };
  });
  expect(results).toEqual(all(programs, { code: 1, out: '', isSaid: true, requests: 2 }));
});

test('the programs for the dialect of the first guide wait for as many seconds as the server says', async () => {
  const results = await each(guidePrograms, async ({ start }) => {
    const mock = await startMock({ dialect: 'guide' });
    onTestFinished(() => mock.close());
    const times: number[] = [];
    const front = await startInFront(mock, (_, index) => {
      times.push(performance.now());
      return index === 0 ? json(429, {}, { 'retry-after': '1' }) : undefined;
    });
    const isDone = isComplete(await start(front.url));
    const [first = 0, second = 0] = times;
    return { isDone, requests: times.length, hasWaited: second - first > 999 };
  });
  expect(results).toEqual(all(guidePrograms, { isDone: true, requests: 6, hasWaited: true }));
});

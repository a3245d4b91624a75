import { describe, expect, test } from 'vitest';
import { readEach, readPages, StatusError, untilAllowed } from '../src/jobs/loop.ts';

/** Sends until a 200 comes; resolves to the milliseconds that it took and how often it was sent. */
async function send(...answers: Response[]): Promise<{ ms: number; sent: number }> {
  let sent = 0;
  const startedAt = performance.now();
  const last = await untilAllowed(
    async () => answers[sent++] ?? Response.error(),
    (answer) => answer,
  );
  expect(last.status).toBe(200);
  return { ms: performance.now() - startedAt, sent };
}

const refused = (reset: string): Response =>
  new Response(null, { status: 429, headers: { 'x-ratelimit-reset': reset } });

describe('a refused request is sent again', () => {
  test('after the nanoseconds that the portal says', async () => {
    const { ms, sent } = await send(refused('60000000'), refused('40000000'), new Response());
    expect(sent).toBe(3);
    // A timer may be a millisecond early.
    expect(ms).toBeGreaterThan(97);
    expect(ms).toBeLessThan(1500);
  });

  test('after a second if the portal does not say when', async () => {
    const { ms, sent } = await send(refused('0'), new Response());
    expect(sent).toBe(2);
    expect(ms).toBeGreaterThan(998);
  });
});

test('a list is read with the cursors as they were sent until they are null; a failure ends it', async () => {
  const asked: unknown[] = [];
  const date = '2026-04-01T12:00:00.123456Z';
  const outcome = await readPages({
    getPage: async (cursor) => {
      asked.push(cursor);
      if (asked.length === 3) throw new StatusError(500);
      return { data: [{ client_id: `${asked.length}` }], last_client_id: 'last', last_created_on: date };
    },
    getInfo: async () => undefined,
  });
  const cursor = { last_client_id: 'last', last_created_on: date };
  expect(asked).toEqual([undefined, cursor, cursor]);
  expect(outcome).toEqual({ seen: new Set(['1', '2']), missing: 0, failures: ['Status 500'] });
});

test('of ids that are read one by one, 404 is missing and any other error a failure', async () => {
  const errors: Record<string, number> = { unknown: 404, broken: 500 };
  const outcome = await readEach(['known', 'unknown', 'broken'], async (id) => {
    const status = errors[id];
    if (status !== undefined) throw new StatusError(status);
  });
  expect(outcome).toEqual({ seen: new Set(['known']), missing: 1, failures: ['Status 500'] });
});

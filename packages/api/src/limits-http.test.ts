import { getEventListeners } from 'node:events';
import type { Limiter } from '@docspace-oauth/testing/limiter';
import { createLimiter, limits } from '@docspace-oauth/testing/limiter';
import { describe, expect, test } from 'vitest';
import { apiKey, startPortal } from '@docspace-oauth/testing/portal';
import { inTurn, json, silence, startServer, text } from '@docspace-oauth/testing/server';
import type { DocSpaceClient } from './client.ts';
import { createDocSpaceClient } from './client.ts';

/** A real server behind the limiters of a portal. */
async function startLimited(): Promise<{ docspace: DocSpaceClient; limiter: Limiter }> {
  const limiter = createLimiter(limits.full);
  const portal = await startPortal(({ path }) => {
    const { allowed, headers, body } = limiter.take(path.endsWith('/public/info'));
    if (!allowed) return text(429, body, headers);
    return json(200, { client_id: path.split('/')[4] }, headers);
  });
  return { limiter, docspace: createDocSpaceClient({ baseUrl: portal.url, apiKey }) };
}

const refusals = ({ counts }: Limiter): number => counts.bucket + counts.perSecond;

describe('on a real server with the limiters of a portal', () => {
  test('40 public reads at once succeed without a refusal', async () => {
    const { docspace, limiter } = await startLimited();
    const reads = Array.from({ length: 40 }, (_, index) => docspace.getPublicClientInfo(`client-${index}`));
    expect(await Promise.all(reads)).toHaveLength(40);
    expect(refusals(limiter)).toBe(0);
  });

  test('205 reads at once on a bucket of 200 succeed, with few refusals', async () => {
    const { docspace, limiter } = await startLimited();
    const reads = Array.from({ length: 205 }, (_, index) => docspace.getClient(`client-${index}`));
    expect(await Promise.all(reads)).toHaveLength(205);
    expect(refusals(limiter)).toBeLessThanOrEqual(5);
  });
});

test.each([
  ['an hour ahead', 3600],
  ['an hour behind', -3600],
])('Retry-After as a date is measured by the clock of the server, which is %s', async (_, seconds) => {
  const serverNow = Date.now() + seconds * 1000;
  const headers = {
    date: new Date(serverNow).toUTCString(),
    'retry-after': new Date(serverNow + 1000).toUTCString(),
  };
  const server = await startServer(inTurn(text(503, '', headers), json(200, [])));
  const delays: number[] = [];
  const docspace = createDocSpaceClient({
    baseUrl: server.url,
    dialect: 'guide',
    hooks: { onRetry: ({ delayMs }) => delays.push(delayMs) },
  });
  await docspace.getClients();
  expect(delays).toEqual([1000]);
});

test('any number of calls on one signal have one listener, so that no platform warns of a leak', async () => {
  const server = await startServer(() => silence);
  const docspace = createDocSpaceClient({ baseUrl: server.url, dialect: 'guide' });
  const controller = new AbortController();
  const calls = Array.from({ length: 20 }, () => docspace.getClients({ signal: controller.signal }));
  const list = docspace.getClientsInfo(['a', 'b'], { signal: controller.signal });
  // The others wait until a first response tells whether there is a rate limit.
  await expect.poll(() => server.requests.length).toBe(10);
  expect(getEventListeners(controller.signal, 'abort')).toHaveLength(1);
  controller.abort('enough');
  for (const call of [...calls, list])
    await expect(call).rejects.toMatchObject({ code: 'aborted', cause: 'enough' });
  expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apiKey, startPortal } from '@docspace-oauth/testing/portal';
import { breakOff, json, reset, silence, stall, startServer, text } from '@docspace-oauth/testing/server';
import type { Reply } from '@docspace-oauth/testing/server';
import { createDocSpaceClient } from './client.ts';
import { isDocSpaceError } from './error.ts';

const misbehaviours: Record<string, Reply> = {
  reset,
  breakOff,
  stall,
  silence,
  'empty 200': text(200, ''),
  'HTML 200': text(200, '<html>', { 'content-type': 'text/html' }),
  'truncated 200': text(200, '{"response":[', { 'content-type': 'application/json' }),
  'wrong shape': json(200, { response: { data: 7 } }),
  '204': text(204, ''),
  '304': text(304, ''),
  redirect: text(307, '', { location: 'http://127.0.0.1:9/' }),
  'empty 401': text(401, ''),
  'empty 403': text(403, ''),
  'role 403': json(403, { title: 'Forbidden' }),
  '404': json(404, []),
  '418': text(418, 'teapot'),
  '429 soon': text(429, '', { 'retry-after': '0' }),
  '429 never': text(429, '', { 'x-ratelimit-reset': '99999999999999999999' }),
  '429 nonsense': text(429, '', {
    'retry-after': 'x',
    'x-ratelimit-reset': '-5',
    'x-ratelimit-remaining': 'NaN',
  }),
  '500 HTML': text(500, '<h1>no</h1>'),
  '503': text(503, ''),
  good: json(200, { response: [{ client_id: 'a' }] }),
};
const behaviour = fc.constantFrom(...Object.keys(misbehaviours));

test('whatever the server does, a call ends in a result or a DocSpaceError', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('guide', 'portal'),
      fc.array(behaviour, { minLength: 1, maxLength: 5 }),
      async (dialect, names) => {
        let index = 0;
        const next = (): Reply => misbehaviours[names[Math.min(index++, names.length - 1)] ?? ''] ?? silence;
        const server = dialect === 'guide' ? await startServer(next) : await startPortal(next);
        const docspace = createDocSpaceClient({
          baseUrl: server.url,
          apiKey,
          dialect: dialect,
          timeoutMs: 120,
          attemptTimeoutMs: 40,
          retry: { minDelayMs: 1 },
        });
        const outcome: unknown = await docspace.getClients().catch((error: unknown) => error);
        expect(isDocSpaceError(outcome) || (outcome as { clients: unknown[] }).clients.length === 1).toBe(
          true,
        );
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);

/** A client as the contract allows it: the fields that matter, and any that it does not know. */
const client = fc
  .record({
    client_id: fc.uuid(),
    name: fc.string(),
    description: fc.option(fc.string()),
    scopes: fc.array(fc.string()),
    extra: fc.jsonValue(),
  })
  .map(({ extra, ...fields }): Record<string, unknown> => ({ ...fields, extra }));

test('a bare body, an envelope and a page give the same data', async () => {
  let body: unknown;
  const server = await startServer(() => json(200, body));
  const docspace = createDocSpaceClient({ baseUrl: server.url, dialect: 'guide' });
  await fc.assert(
    fc.asyncProperty(fc.array(client, { maxLength: 5 }), async (clients) => {
      const data = JSON.parse(JSON.stringify(clients)) as unknown[];
      const page = { data: clients, limit: 30, last_client_id: null, last_created_on: null };
      for (body of [
        clients,
        { response: clients },
        { response: clients, count: clients.length, status: 0 },
        page,
      ]) {
        expect(await docspace.getClients()).toEqual({ clients: data, next: null });
      }
      const [first] = clients;
      for (body of first ? [first, { response: first }, { response: first, links: [] }] : []) {
        expect(await docspace.getClient('any')).toEqual(data[0]);
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);

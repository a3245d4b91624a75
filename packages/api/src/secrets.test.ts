import { format, inspect } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inTurn, json, startServer, text } from '../test/server.ts';
import { createDocSpaceClient } from './client.ts';
import { isDocSpaceError } from './error.ts';
import { createHttp } from './http.ts';
import { transportOf } from './transport.ts';

/** Every form in which a value may reach a log, hidden properties included. */
function shown(value: unknown): string {
  const error = value instanceof Error ? `${value.message}\n${value.stack ?? ''}\n${String(value)}` : '';
  const hidden = inspect(value, { showHidden: true, depth: null });
  return `${inspect(value, { depth: 9 })}\n${hidden}\n${JSON.stringify(value)}\n${error}`;
}

const secret = fc.stringMatching(/^[A-Za-z0-9_~+.-]{12,60}$/);

test('no key, token or client secret reaches an error, a hook or an inspection', async () => {
  await fc.assert(
    fc.asyncProperty(secret, secret, secret, async (apiKey, token, clientSecret) => {
      fc.pre(new Set([apiKey, token, clientSecret]).size === 3);
      const echo = `you sent ${apiKey} and ${token}`;
      const client = { client_id: 'a', client_secret: clientSecret };
      const replies = [
        json(400, { title: echo, detail: echo, client_secret: clientSecret, errors: [{ message: echo }] }),
        json(403, { reason: echo }),
        text(404, echo),
        text(302, '', { location: `https://${apiKey}.example.com/?${token}` }),
        json(200, { response: [client, { name: clientSecret }] }),
        text(200, `{"client_secret":"${clientSecret}`, { 'content-type': 'application/json' }),
        text(200, echo, { 'content-type': `text/${token}` }),
      ];
      const answer = inTurn(...replies);
      let index = 0;
      const server = await startServer(({ path }) =>
        path.endsWith('/token') ? json(200, { response: token }) : answer({ path, headers: {} }, index++),
      );
      const seen: unknown[] = [];
      const listen = (event: unknown): void => void seen.push(event);
      const docspace = createDocSpaceClient({
        baseUrl: server.url,
        apiKey,
        dialect: 'portal',
        hooks: { onRequest: listen, onResponse: listen, onRetry: listen },
      });
      const results: unknown[] = [docspace];
      for (const _ of replies) {
        const error: unknown = await docspace.getClients().catch((thrown: unknown) => thrown);
        expect(isDocSpaceError(error)).toBe(true);
        results.push(error);
      }
      const everything = [...results, ...seen].map(shown).join('\n').toLowerCase();
      for (const hidden of [apiKey, token, clientSecret])
        expect(everything).not.toContain(hidden.toLowerCase());
    }),
    { numRuns: 40 },
  );
});

test('no inspection of a DocSpace client, its transport or its openapi-fetch client shows the key or the token', async () => {
  const [key, token] = ['sk-of-this-test', 'token-of-this-test'];
  const server = await startServer(({ path }) =>
    path.endsWith('/token') ? json(200, { response: token }) : json(200, [{ client_id: 'a' }]),
  );
  const docspace = createDocSpaceClient({ baseUrl: server.url, apiKey: key, dialect: 'portal' });
  const transport = transportOf(docspace);
  const http = createHttp(docspace);
  // Now the token is known too.
  await http.GET('/api/2.0/clients');
  expect(server.requests[1]?.headers['x-signature']).toBe(token);
  let cloneFailure: unknown;
  try {
    structuredClone(docspace);
  } catch (error) {
    cloneFailure = error;
  }
  expect(cloneFailure).toBeDefined();
  const symbols = Object.getOwnPropertySymbols(docspace);
  expect(symbols).toHaveLength(1);
  const behindSymbol = symbols.map((symbol) =>
    (docspace as unknown as Record<symbol, () => unknown>)[symbol]?.(),
  );
  for (const value of [docspace, transport, http, cloneFailure, ...behindSymbol]) {
    const withGetters = inspect(value, { showHidden: true, depth: null, getters: true });
    const printed = `${shown(value)}\n${withGetters}\n${format('%o %O %j %s', value, value, value, value)}`;
    expect(printed).not.toContain(key);
    expect(printed).not.toContain(token);
  }
});

test('printing the error of a bulk read does not show what it found', async () => {
  const found = { client_id: 'a', client_secret: 'top-secret' };
  const server = await startServer(({ path }) =>
    path.includes('ids=a&') ? json(200, [found]) : json(403, { title: 'No' }),
  );
  const docspace = createDocSpaceClient({ baseUrl: server.url, dialect: 'guide' });
  const many = ['a', ...Array.from({ length: 700 }, (_, index) => `client-${index}`)];
  const error: unknown = await docspace.getClientsInfo(many).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'forbidden' });
  expect((error as { found: unknown }).found).toEqual([found]);
  expect(`${shown(error)}\n${format('%o %O %j %s', error, error, error, error)}`).not.toContain('top-secret');
});

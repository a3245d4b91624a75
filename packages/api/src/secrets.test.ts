import type { ServerResponse } from 'node:http';
import { format, inspect } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inTurn, json, startServer, text } from '@docspace-oauth/testing/server';
import { createDocSpaceClient } from './client.ts';
import { isDocSpaceError } from './error.ts';
import { createHttp } from './http.ts';
import { transportOf } from './transport.ts';

/** Every form in which a value may reach a log, hidden properties and the results of getters included. */
function shown(value: unknown): string {
  const forms: (() => unknown)[] = [
    () => format('%o %O %j %s %d', value, value, value, value, value),
    () => JSON.stringify(value),
    () => JSON.stringify({ nested: [value] }),
    () => inspect(structuredClone(value), { showHidden: true, depth: null, getters: true }),
    () => inspect({ ...(value as object) }, { depth: null }),
    () => inspect(new Error('wrapped', { cause: value }), { showHidden: true, getters: true, depth: null }),
    () => inspect(Object.getOwnPropertyDescriptors(value), { showHidden: true, getters: true, depth: null }),
    () => (value instanceof Error ? `${value.message}\n${value.stack ?? ''}\n${String(value)}` : ''),
  ];
  for (const customInspect of [true, false]) {
    for (const showHidden of [true, false]) {
      forms.push(() =>
        inspect(value, { showHidden, customInspect, depth: null, getters: true, showProxy: true }),
      );
    }
  }
  const printed = forms.map((form) => {
    try {
      return String(form());
    } catch (thrown) {
      // What cannot be cloned says why.
      return String(thrown);
    }
  });
  return printed.join('\n');
}

/** Long enough for a part of it to be a secret too, and not so regular that a part could be there by chance. */
const secret = fc
  .stringMatching(/^[A-Za-z0-9_~+.-]{20,70}$/)
  .filter((drawn) => new Set(drawn.slice(0, 12)).size > 7);

/** A text and every part of it that would help to guess it. */
function partsOf(whole: string): string[] {
  const lower = whole.toLowerCase();
  return Array.from({ length: lower.length - 11 }, (_, start) => lower.slice(start, start + 12)).filter(
    (part) => new Set(part).size > 6,
  );
}

/** What a program that formats stacks by itself gets to see: the error and the objects of every call. */
function collectStackTraces(): () => unknown[] {
  const seen: unknown[] = [];
  const before = Object.getOwnPropertyDescriptor(Error, 'prepareStackTrace');
  Error.prepareStackTrace = (error, sites) => {
    // A call site's text is what its own toString gives.
    const lines = sites.map((site) => Reflect.apply(Reflect.get(site, 'toString') as () => string, site, []));
    seen.push(error.message, ...lines, ...sites.map((site) => [site.getThis(), site.getFunction()]));
    return lines.join('\n');
  };
  return () => {
    if (before) Object.defineProperty(Error, 'prepareStackTrace', before);
    else Reflect.deleteProperty(Error, 'prepareStackTrace');
    return seen;
  };
}

test('no key, token or client secret reaches an error, a hook or an inspection', async () => {
  await fc.assert(
    fc.asyncProperty(secret, secret, secret, async (apiKey, token, clientSecret) => {
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
        // Cut anywhere in it, a secret is still one.
        ...[40, 60, 70, 79].map((length) =>
          text(200, '', { 'content-type': `text/${'x'.repeat(length)}${apiKey}` }),
        ),
        ...[460, 490, 499].map((length) => json(400, { detail: 'x'.repeat(length) + apiKey + token })),
        (response: ServerResponse) => void response.destroy(),
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
        retry: { attempts: 1 },
        hooks: { onRequest: listen, onResponse: listen, onRetry: listen, onWarning: listen },
      });
      const traces = collectStackTraces();
      const results: unknown[] = [docspace];
      for (const _ of replies) {
        const error: unknown = await docspace.getClients().catch((thrown: unknown) => thrown);
        expect(isDocSpaceError(error)).toBe(true);
        results.push(error);
      }
      // A secret that a caller put in the place of an id or of a header of its own.
      const misplaced = await docspace.getClient(apiKey).catch((thrown: unknown) => thrown);
      const header = { operationId: undefined, path: '/any', headers: { 'x-key': apiKey } } as const;
      const reply = await transportOf(docspace)
        .send(header)
        .catch((thrown: unknown) => thrown);
      expect(isDocSpaceError(reply)).toBe(true);
      results.push(misplaced, reply);
      // A fetch whose errors hold the request.
      const quoting = createDocSpaceClient({
        baseUrl: server.url,
        apiKey,
        dialect: 'guide',
        retry: { attempts: 1 },
        fetch: (url, init) =>
          Promise.reject(
            Object.assign(new Error(`${url} ${JSON.stringify(init)}`), {
              init,
              code: init.headers['authorization'],
              name: init.headers['authorization'],
            }),
          ),
      });
      results.push(await quoting.getClients().catch((thrown: unknown) => thrown));
      const everything = [...results, ...seen, traces()].map(shown).join('\n').toLowerCase();
      for (const hidden of [apiKey, token, clientSecret]) {
        for (const part of partsOf(hidden)) expect(everything).not.toContain(part);
      }
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
    const printed = shown(value);
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
  expect(shown(error)).not.toContain('top-secret');
});

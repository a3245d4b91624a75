import { createDocSpaceClient } from '@docspace-oauth/api';
import { rawRequest } from '@docspace-oauth/testing/raw-request';
import { startServer, text } from '@docspace-oauth/testing/server';
import { describe, expect, test } from 'vitest';

import {
  apiKey,
  clientId,
  detailOf,
  example,
  issueToken,
  json,
  startPortal,
  startTestProxy,
  type Reply,
} from '../test/fake-portal.ts';

const list = '/api/2.0/clients?limit=3';
const page = example('page-middle');
const info = example('calendar-sync-portal-client-info');

/** As a portal: a signature other than the last one issued is refused by a 403 without a body. */
const guarded: Reply = (request, response, { tokens }) =>
  request.headers['x-signature'] === tokens.at(-1)
    ? json(200, page)(request, response)
    : void response.writeHead(403).end();

describe('the token exchange', () => {
  test('the key buys one token, and only the token is sent to the operations', async () => {
    const portal = await startPortal(guarded);
    const proxy = await startTestProxy(portal.url);
    for (let count = 0; count < 3; count += 1) expect((await rawRequest(proxy.url, list)).status).toBe(200);

    expect(portal.exchanges).toHaveLength(1);
    expect(portal.exchanges[0]?.headers.authorization).toBe(`Bearer ${apiKey}`);
    expect(portal.requests.map(({ headers }) => headers['x-signature'])).toEqual(
      Array<unknown>(3).fill(portal.tokens[0]),
    );
    expect(portal.requests.map(({ headers }) => headers.authorization)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('concurrent calls share one exchange', async () => {
    const portal = await startPortal(guarded);
    const proxy = await startTestProxy(portal.url);
    const got = await Promise.all(Array.from({ length: 10 }, async () => rawRequest(proxy.url, list)));
    expect(got.map(({ status }) => status)).toEqual(Array<number>(10).fill(200));
    expect(portal.exchanges).toHaveLength(1);
  });

  test('an empty 403 renews the token once, also for calls that were refused together', async () => {
    const portal = await startPortal(guarded);
    const proxy = await startTestProxy(portal.url);
    await rawRequest(proxy.url, list);
    portal.tokens.push('revoked.for.all');
    const got = await Promise.all(Array.from({ length: 5 }, async () => rawRequest(proxy.url, list)));
    expect(got.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(portal.exchanges).toHaveLength(2);
  });

  test('a second empty 403 is passed on', async () => {
    const portal = await startPortal((_, response) => void response.writeHead(403).end());
    const proxy = await startTestProxy(portal.url);
    const got = await rawRequest(proxy.url, list);
    expect([got.status, got.text]).toEqual([403, '']);
    expect([portal.exchanges.length, portal.requests.length]).toEqual([2, 2]);
  });

  test('a 403 with a body is about the role: it is passed on and renews nothing', async () => {
    const portal = await startPortal(json(403, { title: 'Forbidden', status: 403 }));
    const proxy = await startTestProxy(portal.url);
    expect((await rawRequest(proxy.url, list)).text).toContain('Forbidden');
    expect(portal.exchanges).toHaveLength(1);
  });

  test.each<{ what: string; reply: Reply; detail: string }>([
    {
      what: '401',
      reply: (_, response) => void response.writeHead(401).end(),
      detail: 'refused the API key',
    },
    { what: '403', reply: json(403, {}), detail: 'has it a scope' },
    { what: '429', reply: json(429, {}), detail: 'no further token exchange' },
    { what: '500', reply: json(500, {}), detail: 'answered 500 instead of a token' },
    {
      what: 'a page',
      reply: (_, response) => void response.writeHead(200).end('<html>'),
      detail: 'is no token',
    },
    { what: 'a wrong envelope', reply: json(200, { response: { jwt: 'x' } }), detail: 'is no token' },
    {
      what: 'a token with a line break',
      reply: json(200, { response: 'a.b.c\r\nx: y' }),
      detail: 'is no token',
    },
  ])('an exchange that ends in $what is a 502, and the next call tries again', async ({ reply, detail }) => {
    let broken = true;
    const portal = await startPortal(guarded, (...args) => (broken ? reply(...args) : issueToken(...args)));
    const proxy = await startTestProxy(portal.url);
    const got = await rawRequest(proxy.url, list);
    expect(got.status).toBe(502);
    expect(detailOf(got)).toContain(detail);
    expect(portal.requests).toHaveLength(0);
    broken = false;
    expect((await rawRequest(proxy.url, list)).status).toBe(200);
  });
});

describe('what the browser sends and gets', () => {
  const credentials = {
    authorization: 'Bearer from-the-browser',
    'x-signature': 'from.the.browser',
    cookie: 'x-signature=from-the-browser; asc_auth_key=from-the-browser',
    'proxy-authorization': 'Basic from-the-browser',
    'x-api-key': 'from-the-browser',
  };

  test('its credentials and cookies are not forwarded, and no cookie comes back', async () => {
    const portal = await startPortal(json(200, page, { 'set-cookie': ['a=1', 'b=2'], 'set-cookie2': 'c=3' }));
    const proxy = await startTestProxy(portal.url);
    const got = await rawRequest(proxy.url, `${list}&access_token=from-the-browser`, {
      headers: {
        ...credentials,
        accept: 'application/json',
      },
    });
    expect(got.status).toBe(200);
    expect(JSON.stringify(got.headers)).not.toMatch(/cookie/iu);
    expect(JSON.stringify([portal.requests, portal.exchanges])).not.toContain('from-the-browser');
    expect(portal.requests[0]?.headers).toMatchObject({
      accept: 'application/json',
      'x-signature': portal.tokens[0],
    });
    expect(portal.requests[0]?.headers.cookie).toBeUndefined();
  });

  test('public information is asked for without any credential and without an exchange', async () => {
    const portal = await startPortal(json(200, info));
    const proxy = await startTestProxy(portal.url);
    expect(
      (await rawRequest(proxy.url, `/api/2.0/clients/${clientId}/public/info`, { headers: credentials }))
        .status,
    ).toBe(200);
    expect(portal.exchanges).toHaveLength(0);
    expect(portal.requests).toHaveLength(1);
    for (const name of Object.keys(credentials)) expect(portal.requests[0]?.headers[name]).toBeUndefined();
  });

  test('an empty 403 of public information is passed on without an exchange', async () => {
    const portal = await startPortal((_, response) => void response.writeHead(403).end());
    const proxy = await startTestProxy(portal.url);
    expect((await rawRequest(proxy.url, `/api/2.0/clients/${clientId}/public/info`)).status).toBe(403);
    expect([portal.exchanges.length, portal.requests.length]).toEqual([0, 1]);
  });

  test('the token endpoint answers 403 and says why', async () => {
    const portal = await startPortal(guarded);
    const proxy = await startTestProxy(portal.url);
    const got = await rawRequest(proxy.url, '/api/2.0/security/oauth2/token', { headers: credentials });
    expect(got.status).toBe(403);
    expect(detailOf(got)).toContain('gives no token away');
    expect(portal.exchanges).toHaveLength(0);
  });
});

test('a DocSpace client without a key takes the proxy for a portal and reads through it', async () => {
  const portal = await startPortal(guarded);
  const proxy = await startTestProxy(portal.url);
  const docspace = createDocSpaceClient({ baseUrl: proxy.url });
  expect(await docspace.dialect()).toBe('portal');
  const { clients } = await docspace.getClients({ limit: 3 });
  expect(clients).toHaveLength((page['data'] as unknown[]).length);
  expect(proxy.violations).toEqual([]);
});

test.each(['operation', 'exchange'])('a redirect of the %s is a 502 and is not followed', async (which) => {
  const elsewhere = await startServer(() => text(200, '{}'));
  const redirect: Reply = (_, response) =>
    void response.writeHead(307, { location: `${elsewhere.url}/stolen` }).end();
  const portal = await (which === 'operation' ? startPortal(redirect) : startPortal(guarded, redirect));
  const proxy = await startTestProxy(portal.url);
  const got = await rawRequest(proxy.url, list);
  expect(got.status).toBe(502);
  expect(detailOf(got)).toContain('redirect (307)');
  expect(JSON.stringify([got, proxy.lines])).not.toContain(elsewhere.url);
  expect(elsewhere.requests).toEqual([]);
});

test('lines and violations hold no key, token, secret or body, whatever goes wrong', async () => {
  const secret = 'the-client-secret-in-clear';
  const replies: Reply[] = [
    json(200, { ...page, data: [{ client_secret: secret, name: 1 }], secret }),
    json(418, { secret }),
    (_, response) => void response.writeHead(200, { 'content-type': secret }).end(secret),
    (request) => void request.socket.destroy(),
    (request, response) =>
      json(500, { echo: 'x', status: request.headers['x-signature'] })(request, response),
    (_, response) => void response.writeHead(302, { location: `/${secret}` }).end(),
  ];
  const portal = await startPortal((...args) => replies[portal.requests.length - 1]?.(...args));
  const proxy = await startTestProxy(portal.url);
  for (const _ of replies)
    await rawRequest(proxy.url, `${list}&${apiKey}=1`, { headers: { authorization: `Bearer ${apiKey}` } });
  await rawRequest(proxy.url, `/${apiKey}?${apiKey}`, { headers: { host: apiKey } });
  await rawRequest(proxy.url, `/${apiKey}?${apiKey}`, { headers: { origin: apiKey } });
  await rawRequest(proxy.url, `/${apiKey}?${apiKey}`);
  expect(portal.requests).toHaveLength(replies.length);
  expect(proxy.violations.length).toBeGreaterThan(replies.length);

  const written = JSON.stringify([proxy.lines, proxy.violations]);
  for (const word of [apiKey, secret, ...portal.tokens]) expect(written).not.toContain(word);
});

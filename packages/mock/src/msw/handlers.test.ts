import { domainToASCII } from 'node:url';

import { setupServer } from 'msw/node';
import { expect, onTestFinished, test, vi } from 'vitest';

import { startMock, type MockOptions } from '../index.ts';
import { mockHandlers, MockError, type MockHandlers, type MockHandlersOptions } from './handlers.ts';

const CLIENTS = '/api/2.0/clients';
const ID = 'c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831';
const BASE = 'http://localhost/docspace';

function intercepted(options: Partial<MockHandlersOptions> = {}): MockHandlers {
  const mock = mockHandlers({ baseUrl: BASE, ...options });
  const server = setupServer(...mock.handlers);
  server.listen({ onUnhandledFrame: 'error' });
  onTestFinished(() => server.close());
  return mock;
}

interface Seen {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

const COMPARED = /^(?:content-type|x-ratelimit-.*|retry-after|sl-violations)$/u;

async function see(url: string, init: RequestInit = {}): Promise<Seen> {
  const response = await fetch(url, init);
  const headers = [...response.headers].filter(([name]) => COMPARED.test(name));
  return { status: response.status, headers: Object.fromEntries(headers), text: await response.text() };
}

/** The same requests over HTTP first, because MSW takes fetch over. */
async function overBoth(
  options: Pick<MockOptions, 'dialect' | 'scenario' | 'clients'>,
  requests: readonly { path: string; init?: RequestInit }[],
): Promise<{ overHttp: Seen[]; overMsw: Seen[] }> {
  const mock = await startMock(options);
  const overHttp: Seen[] = [];
  try {
    for (const { path, init } of requests) overHttp.push(await see(mock.url + path, init));
  } finally {
    await mock.close();
  }
  intercepted(options);
  const overMsw: Seen[] = [];
  for (const { path, init } of requests) overMsw.push(await see(BASE + path, init));
  return { overHttp, overMsw };
}

const key = (name: string, more: Record<string, string> = {}): RequestInit => ({
  headers: { authorization: `Bearer ${name}`, ...more },
});

test('the guide dialect answers as over HTTP: keys, ids, Prefer, violations, other methods and paths', async () => {
  const { overHttp, overMsw } = await overBoth({ clients: 5 }, [
    { path: CLIENTS, init: key('admin-1') },
    { path: CLIENTS, init: key('user-1') },
    { path: CLIENTS, init: key('guest-1') },
    { path: CLIENTS },
    { path: `${CLIENTS}/${ID}/info`, init: key('admin-1') },
    { path: `${CLIENTS}/%20`, init: key('admin-1') },
    { path: `${CLIENTS}/info`, init: key('admin-1') },
    { path: `${CLIENTS}/info?ids=${ID}&ids=x`, init: key('admin-1') },
    { path: CLIENTS, init: key('admin-1', { prefer: 'code=429' }) },
    { path: CLIENTS, init: key('admin-1', { prefer: 'example=bare' }) },
    { path: CLIENTS, init: key('admin-1', { prefer: 'example=unknown' }) },
    { path: CLIENTS, init: { ...key('admin-1'), method: 'POST' } },
    { path: CLIENTS, init: { ...key('admin-1'), method: 'HEAD' } },
    { path: `${CLIENTS}/`, init: key('admin-1') },
    { path: '/api/2.0/oauth2/clients', init: key('admin-1') },
    { path: '/nothing', init: key('admin-1') },
    { path: CLIENTS, init: key('admin-1', { accept: 'text/html' }) },
  ]);
  expect(overMsw).toEqual(overHttp);
  expect(overHttp.map(({ status }) => status)).toEqual([
    200, 200, 403, 401, 200, 400, 400, 200, 429, 200, 404, 405, 200, 400, 404, 404, 406,
  ]);
});

test('the portal dialect answers as over HTTP where no token is needed', async () => {
  const { overHttp, overMsw } = await overBoth({ dialect: 'portal' }, [
    { path: `${CLIENTS}/${ID}/public/info` },
    { path: `${CLIENTS}/x/public/info` },
    { path: '/api/2.0/oauth2/clients' },
    { path: `/api/2.0/oauth2/clients/${ID}/public/info` },
    { path: `${CLIENTS}/` },
    { path: CLIENTS },
    { path: '/api/2.0/security/oauth2/token', init: key('expired-1') },
    { path: '/nothing' },
    { path: `${CLIENTS}//x/public/info` },
    { path: `${CLIENTS}/a%2Fb/public/info` },
    { path: `${CLIENTS}/feed/public/info` },
    { path: `${CLIENTS}/${ID.toUpperCase()}/public/info`, init: { method: 'HEAD' } },
  ]);
  expect(overMsw).toEqual(overHttp);
  expect(overHttp.map(({ status }) => status)).toEqual([
    200, 404, 403, 200, 403, 403, 401, 403, 403, 400, 404, 200,
  ]);
});

test.each([
  [{ dialect: 'foo' as 'guide' }, 'The option dialect must be guide or portal, not "foo".'],
  [{ clients: -1 }, 'The option clients must be a whole number'],
  [{ watch: true }, 'There is no option "watch"'],
  [
    { scenarios: { odd: { description: 'Odd.', latency: { min: 5, max: 1 } } } },
    'The latency of the scenario "odd" must go from a smaller',
  ],
])('wrong options are one sentence: %o', (options, message) => {
  expect(() => mockHandlers({ baseUrl: BASE, ...options })).toThrow(message);
});

test.each(['empty', 'down', 'failing', 'rate-limited'])(
  'the scenario %s answers as over HTTP',
  async (scenario) => {
    const { overHttp, overMsw } = await overBoth({ scenario }, [
      { path: CLIENTS, init: key('admin-1') },
      { path: `${CLIENTS}/${ID}`, init: key('admin-1') },
      { path: CLIENTS, init: key('admin-1', { prefer: 'code=200' }) },
    ]);
    expect(overMsw).toEqual(overHttp);
    // What is preferred comes in any scenario.
    expect(overHttp.at(-1)?.status).toBe(200);
  },
);

test('the flaky scenario fails in the same order as over HTTP', async () => {
  const statuses = async (url: string): Promise<(number | string)[]> => {
    const seen: (number | string)[] = [];
    for (let call = 0; call < 30; call += 1) {
      seen.push(
        await fetch(url + CLIENTS, key('admin-1')).then(
          async (response) => `${response.status} ${(await response.text()).length}`,
          () => 'broken',
        ),
      );
    }
    return seen;
  };
  const mock = await startMock({ scenario: 'flaky', seed: 7 });
  const overHttp = await statuses(mock.url);
  await mock.close();
  intercepted({ scenario: 'flaky', seed: 7 });
  expect(new Set(overHttp).size).toBeGreaterThan(2);
  expect(await statuses(BASE)).toEqual(overHttp);
});

test('a token that was bought is valid in the header and in the cookie, under both prefixes', async () => {
  intercepted({ dialect: 'portal' });
  const exchange = await fetch(`${BASE}/api/2.0/security/oauth2/token`, key('admin-1'));
  const { response: token } = (await exchange.json()) as { response: string };
  const signed: Record<string, string>[] = [{ 'x-signature': token }, { cookie: `x-signature=${token}` }];
  for (const headers of signed) {
    for (const path of [CLIENTS, '/api/2.0/oauth2/clients']) {
      expect((await see(BASE + path, { headers })).status).toBe(200);
    }
  }
  const stale = { 'x-signature': token, cookie: 'x-signature=stale' };
  expect((await see(BASE + CLIENTS, { headers: stale })).status).toBe(403);
});

test('disconnecting, truncated and slow scenarios', async () => {
  const mock = intercepted({
    scenarios: { waiting: { description: 'Waits.', latency: { min: 60, max: 60 } } },
    scenario: 'disconnecting',
  });
  await expect(fetch(BASE + CLIENTS, key('admin-1'))).rejects.toThrow(TypeError);
  mock.setScenario('truncated');
  await expect((await fetch(BASE + CLIENTS, key('admin-1'))).json()).rejects.toThrow(SyntaxError);
  mock.setScenario('waiting');
  const start = performance.now();
  await fetch(BASE + CLIENTS, key('admin-1'));
  // A timer may fire a millisecond early.
  expect(performance.now() - start).toBeGreaterThanOrEqual(59);
});

test('stalled: the first half of the body comes, and the rest never', async () => {
  intercepted({ scenario: 'stalled' });
  const stop = new AbortController();
  const response = await fetch(BASE + CLIENTS, { ...key('admin-1'), signal: stop.signal });
  const reader = response.body?.getReader();
  expect((await reader?.read())?.value?.length).toBeGreaterThan(100);
  const rest = reader?.read().then(
    () => 'more',
    () => 'aborted',
  );
  stop.abort();
  expect(await rest).toBe('aborted');
});

test('clients can be set, refused, removed and set back', async () => {
  const mock = intercepted();
  const names = async (): Promise<string[]> => {
    const { text } = await see(BASE + CLIENTS, key('admin-1'));
    return (JSON.parse(text) as { response: { name: string }[] }).response.map(({ name }) => name);
  };
  mock.setClients([{ name: 'Only one' }]);
  expect(await names()).toEqual(['Only one']);
  expect(() => mock.setClients([{ name: 'No' }])).toThrow(MockError);
  expect(await names()).toEqual(['Only one']);
  mock.reset();
  expect(await names()).toHaveLength(7);
  expect(mock.removeClient(ID)).toBe(true);
  expect(mock.removeClient(ID)).toBe(false);
  expect(await names()).toHaveLength(6);
});

test.each([
  'http://bücher.example',
  'http://bücher.example/pfad/',
  `http://${domainToASCII('bücher.example')}`,
])('the base URL %s is answered however its host is written', async (baseUrl) => {
  intercepted({ baseUrl });
  const root = baseUrl.replace(/\/$/u, '');
  expect((await see(root + CLIENTS, key('admin-1'))).status).toBe(200);
  expect((await see(new URL(root).href.replace(/\/$/u, '') + CLIENTS, key('admin-1'))).status).toBe(200);
});

test('what is not below the base URL is not answered', async () => {
  // MSW says so there.
  const said = vi.spyOn(console, 'error').mockReturnValue();
  onTestFinished(() => said.mockRestore());
  intercepted();
  await expect(fetch(`http://localhost/docspacex${CLIENTS}`)).rejects.toThrow(/./u);
  expect(String(said.mock.calls[0])).toContain('without a matching request handler');
});

test.each([
  { options: { baseUrl: 'localhost' }, message: 'baseUrl must be a URL with scheme and host' },
  { options: { baseUrl: 'localhost:3000' }, message: 'baseUrl must be a URL with scheme and host' },
  { options: { baseUrl: BASE, scenario: 'sunny' }, message: 'There is no scenario "sunny"' },
])('wrong options give one sentence: $options', ({ options, message }) => {
  expect(() => mockHandlers(options)).toThrow(message);
});

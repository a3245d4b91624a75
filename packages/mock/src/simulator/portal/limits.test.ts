import { expect, test } from 'vitest';

import { bundledContract } from '../bundled-contract.ts';
import type { LimitName } from '../limits.ts';
import type { RequestHeaders } from '../request.ts';
import { createSimulator, type Simulator } from '../simulator.ts';

const LIST = '/api/2.0/clients';
const PUBLIC = '/api/2.0/clients/c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831/public/info';

interface Seen {
  readonly status: number;
  readonly type: string | undefined;
  readonly remaining: string | undefined;
  readonly reset: string | undefined;
  readonly body: string;
}

interface Limited {
  readonly simulator: Simulator;
  readonly clock: { now: number };
  readonly ask: (target: string, headers?: RequestHeaders, address?: string) => Promise<Seen>;
  readonly signed: (key: string) => Promise<RequestHeaders>;
}

function limited(limits: LimitName): Limited {
  const clock = { now: Date.UTC(2026, 0, 1) };
  const simulator = createSimulator({
    dialect: 'portal',
    contract: bundledContract('portal'),
    issuer: () => 'http://127.0.0.1',
    limits,
    now: () => clock.now,
  });
  return {
    simulator,
    clock,
    ask: async (target, headers = {}, address = '192.0.2.1') => {
      const answer = await simulator.handle({ method: 'GET', target, headers, address });
      const sent = new Map(answer.headers.map(([name, value]) => [name.toLowerCase(), value]));
      expect(sent.has('retry-after')).toBe(false);
      return {
        status: answer.status,
        type: sent.get('content-type'),
        remaining: sent.get('x-ratelimit-remaining'),
        reset: sent.get('x-ratelimit-reset'),
        body: answer.body ?? '',
      };
    },
    signed: async (key) => ({ 'x-signature': await simulator.tokenOf(key) }),
  };
}

test.each([
  { limits: 'full', bucket: 200, tokenMs: 300 },
  { limits: 'minified', bucket: 100, tokenMs: 600 },
] as const)('$limits: a user has a bucket of $bucket, refused with nanoseconds and no body', async (row) => {
  const { clock, ask, signed } = limited(row.limits);
  const headers = await signed('admin-1');
  for (let call = 0; call < row.bucket; call += 1) {
    // Few enough a second for the limit of the server; what comes back meanwhile is taken too.
    const { status, remaining, reset } = await ask(LIST, headers);
    expect({ status, remaining, reset }).toEqual({
      status: 200,
      remaining: String(row.bucket - 1 - call),
      reset: '0',
    });
    if (call % 100 === 99 && call < row.bucket - 1) {
      clock.now += 1000;
      const back = Math.floor(1000 / row.tokenMs);
      for (let extra = 0; extra < back; extra += 1) await ask(LIST, headers);
    }
  }
  const refused = await ask(LIST, headers);
  expect(refused).toMatchObject({ status: 429, type: 'application/json', remaining: '0', body: '' });
  expect(Number(refused.reset)).toBeGreaterThanOrEqual(1_000_000);
  expect(Number(refused.reset)).toBeLessThanOrEqual(row.tokenMs * 1_000_000);
  clock.now += Number(refused.reset) / 1_000_000;
  // One token: of two callers one gets through.
  expect([(await ask(LIST, headers)).status, (await ask(LIST, headers)).status]).toEqual([200, 429]);
});

test('the server answers 125 signed calls a second and 25 for public information, of all callers together', async () => {
  const { clock, ask, signed } = limited('full');
  const [one, other] = [await signed('admin-1'), await signed('user-2')];
  const statuses: number[] = [];
  for (let call = 0; call < 130; call += 1) {
    statuses.push((await ask(LIST, call % 2 === 0 ? one : other)).status);
  }
  expect(statuses.filter((status) => status === 200)).toHaveLength(125);
  const refused = await ask(LIST, one);
  expect(refused).toMatchObject({ status: 429, type: 'application/problem+json', reset: '0' });
  expect(Number(refused.remaining)).toBeGreaterThan(100);
  expect(Object.keys(JSON.parse(refused.body) as object)).toEqual([
    'detail',
    'instance',
    'status',
    'title',
    'type',
  ]);

  const ofPublic: number[] = [];
  for (let call = 0; call < 26; call += 1) ofPublic.push((await ask(PUBLIC)).status);
  expect(ofPublic.filter((status) => status === 200)).toHaveLength(25);
  clock.now += 1000;
  expect([(await ask(LIST, one)).status, (await ask(PUBLIC)).status]).toEqual([200, 200]);
});

test('public information counts against the address, or against the user if it is signed', async () => {
  const { ask, signed } = limited('full');
  const remaining = async (headers: RequestHeaders, address: string): Promise<unknown> =>
    (await ask(PUBLIC, headers, address)).remaining;
  expect(await remaining({}, '192.0.2.1')).toBe('199');
  expect(await remaining({}, '192.0.2.1')).toBe('198');
  expect(await remaining({}, '192.0.2.2')).toBe('199');
  const headers = await signed('user-1');
  expect(await remaining(headers, '192.0.2.1')).toBe('199');
  expect((await ask(LIST, headers, '192.0.2.2')).remaining).toBe('198');
});

test('whatever the limit lets through counts and says what is left: failures too', async () => {
  const { ask, signed } = limited('full');
  const [admin, guest] = [await signed('admin-1'), await signed('guest-1')];
  const seen = async (target: string, headers: RequestHeaders): Promise<unknown> => {
    const { status, remaining, reset } = await ask(target, headers);
    return [status, remaining, reset];
  };
  expect(await seen(`${LIST}?limit=0`, admin)).toEqual([400, '199', '0']);
  expect(await seen(`${LIST}/x`, admin)).toEqual([404, '198', '0']);
  expect(await seen(`${LIST}?limit=x`, admin)).toEqual([500, '197', '0']);
  expect(await seen('/nothing', admin)).toEqual([403, '196', '0']);
  expect(await seen(LIST, { ...admin, accept: 'text/html' })).toEqual([403, '195', '0']);
  expect(await seen(LIST, guest)).toEqual([403, '199', '0']);
  // An invalid signature and the firewall come before the limit.
  expect(await seen(LIST, { 'x-signature': 'x' })).toEqual([403, undefined, undefined]);
  expect(await seen(`${LIST}/a;b`, admin)).toEqual([403, undefined, undefined]);
  expect(await seen(LIST, admin)).toEqual([200, '194', '0']);
});

test('off: nobody is made to wait, and a key limited-2 has a bucket of two', async () => {
  const { clock, ask, signed } = limited('off');
  const headers = await signed('admin-1');
  for (let call = 0; call < 300; call += 1) {
    expect(await ask(LIST, headers)).toMatchObject({ status: 200, remaining: '199', reset: '0' });
  }
  const two = await signed('limited-2');
  expect([(await ask(LIST, two)).remaining, (await ask(LIST, two)).remaining]).toEqual(['1', '0']);
  expect(await ask(LIST, two)).toMatchObject({ status: 429, reset: String(30_000 * 1_000_000) });
  clock.now += 30_000;
  expect((await ask(LIST, two)).status).toBe(200);
});

test('the scenario live-limits is full, and another scenario has the limits of the start', async () => {
  const { simulator, ask } = limited('minified');
  const left = async (): Promise<unknown> => (await ask(PUBLIC)).remaining;
  expect(await left()).toBe('99');
  simulator.behavior.setScenario('live-limits');
  expect(await left()).toBe('199');
  simulator.behavior.setScenario('normal');
  expect(await left()).toBe('99');
});

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { bundledContract } from './bundled-contract.ts';
import type { RequestHeaders } from './request.ts';
import type { SimulatorResponse } from './response.ts';
import { createSimulator, type Simulator } from './simulator.ts';

const MINUTE = 60_000;

function simulatorAt(dialect: 'guide' | 'portal', clock: { now: number }): Simulator {
  const contract = bundledContract(dialect);
  return createSimulator({ dialect, contract, issuer: () => 'https://portal.example', now: () => clock.now });
}

async function list(simulator: Simulator, headers: RequestHeaders): Promise<SimulatorResponse> {
  return simulator.handle({ method: 'GET', target: '/api/2.0/clients', headers });
}

async function credentials(simulator: Simulator, key: string): Promise<RequestHeaders> {
  return simulator.dialect === 'guide'
    ? { authorization: `Bearer ${key}` }
    : { 'x-signature': await simulator.tokenOf(key) };
}

test('answers without any server, with headers in a fixed order', async () => {
  const simulator = simulatorAt('guide', { now: 0 });
  const { status, headers, body } = await list(simulator, { authorization: 'bearer admin-1' });
  expect(status).toBe(200);
  expect(headers).toEqual([
    ['content-type', 'application/json'],
    ['X-Ratelimit-Remaining', '199'],
    ['X-Ratelimit-Reset', '60'],
  ]);
  expect(JSON.parse(body ?? '')).toHaveProperty('count', 7);
});

test('a token is valid for its time and a minute of tolerance, also one that was verified before', async () => {
  const clock = { now: Date.UTC(2026, 0, 1) };
  const simulator = simulatorAt('portal', clock);
  const headers = await credentials(simulator, 'admin-1');
  const statuses: number[] = [];
  for (const seconds of [0, 299, 359, 361]) {
    clock.now = Date.UTC(2026, 0, 1) + seconds * 1000;
    statuses.push((await list(simulator, headers)).status);
  }
  expect(statuses).toEqual([200, 200, 200, 403]);
});

test.each(['guide', 'portal'] as const)(
  'a minute later a limited caller of the %s dialect is answered again',
  async (dialect) => {
    const clock = { now: Date.UTC(2026, 0, 1) };
    const simulator = simulatorAt(dialect, clock);
    const headers = await credentials(simulator, 'limited-1');
    expect((await list(simulator, headers)).status).toBe(200);
    clock.now += MINUTE - 1000;
    const refused = await list(simulator, headers);
    expect(refused.status).toBe(429);
    // A second is left: in seconds, and in nanoseconds.
    const reset = new Map(refused.headers).get('X-Ratelimit-Reset');
    expect(reset).toBe(dialect === 'guide' ? '1' : '1000000000');
    clock.now += 1000;
    expect((await list(simulator, headers)).status).toBe(200);
  },
);

test('the header of violations holds 4000 printable characters at most', async () => {
  const simulator = simulatorAt('guide', { now: 0 });
  const ids = Array.from({ length: 200 }, () => 'ids=%20').join('&');
  const target = `/api/2.0/clients/info?${ids}`;
  const headers = { authorization: 'Bearer admin-1' };
  const answer = await simulator.handle({ method: 'GET', target, headers });
  expect(answer.violations).toHaveLength(200);
  expect(new Map(answer.headers).get('sl-violations')).toMatch(/^[\x20-\x7e]{4000}$/u);
});

test('changed scenarios replace the one that is running: its clients and limits too', async () => {
  const simulator = simulatorAt('guide', { now: 0 });
  const mine = (clients: number, userPerMinute: number): void =>
    simulator.behavior.setScenarios(
      new Map([
        [
          'mine',
          {
            description: 'Mine.',
            clients: Array.from({ length: clients }, (_, index) => ({ name: `Client ${index}` })),
            limits: { userPerMinute },
          },
        ],
      ]),
    );
  mine(1, 5);
  simulator.behavior.setScenario('mine');
  const headers = { authorization: 'Bearer admin-1' };
  const seen = async (): Promise<unknown> => {
    const answer = await list(simulator, headers);
    const { count } = JSON.parse(answer.body ?? '') as { count: number };
    return [count, new Map(answer.headers).get('X-Ratelimit-Remaining')];
  };
  expect(await seen()).toEqual([1, '4']);
  mine(3, 9);
  expect(await seen()).toEqual([3, '8']);
});

test('clients that break the contract are refused, and nothing else changes', () => {
  const simulator = simulatorAt('portal', { now: 0 });
  simulator.behavior.setScenario('slow');
  simulator.behavior.setLatency({ min: 1, max: 2 });
  expect(() => simulator.setClients([{ name: 'Good one' }, { name: 5 }])).toThrow(
    /^The client "" breaks the contract: \/response\/body\/name: must be string\. The clients are as they were\.$/u,
  );
  expect([simulator.behavior.name, simulator.behavior.latency]).toEqual(['slow', { min: 1, max: 2 }]);
  expect(simulator.clients.size).toBe(7);
});

/** The modules that a source loads, at once or later. */
function importsOf(source: string): string[] {
  return [...source.matchAll(/(?:from|import) ?\(?'([^']+)'/gu)].map(([, name = '']) => name);
}

test('needs neither Node nor Prism, so that a browser can load it', () => {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  const foreign = sources
    .flatMap((name) => importsOf(readFileSync(`${folder}/${name}`, 'utf8')))
    .filter((name) => !name.startsWith('./') && !name.startsWith('../'));
  expect(new Set(foreign)).toEqual(
    new Set([
      'jose',
      '@docspace-oauth/openapi',
      '@docspace-oauth/openapi/guide.json',
      '@docspace-oauth/openapi/portal.json',
    ]),
  );
  expect(importsOf("import { a } from 'node:fs';\nawait import('node:os');")).toEqual(['node:fs', 'node:os']);
});

import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { documentPath } from '../documents.ts';
import type { JsonObject } from './json.ts';
import type { StoreRequest } from './request.ts';
import { createStore, type Store } from './store.ts';

const MINUTE = 60_000;

function storeAt(dialect: 'guide' | 'portal', clock: { now: number }): Store {
  const document = JSON.parse(readFileSync(documentPath(dialect), 'utf8')) as JsonObject;
  return createStore({ document, dialect, issuer: () => 'https://portal.example', now: () => clock.now });
}

function request(headers: StoreRequest['headers']): StoreRequest {
  return { path: '/api/2.0/clients', params: {}, query: new URLSearchParams(), headers };
}

async function signed(store: Store, key: string): Promise<StoreRequest> {
  const { body } = await store.answer('generateJwtToken', request({ authorization: `Bearer ${key}` }));
  return request({ 'x-signature': (body as { response: string }).response });
}

test('answers without any server', async () => {
  const store = storeAt('guide', { now: 0 });
  const { status, body } = await store.answer('getClients', request({ authorization: 'bearer admin-1' }));
  expect(status).toBe(200);
  expect(body).toHaveProperty('count', 7);
  await expect(store.answer('getNothing', request({}))).rejects.toThrow(
    'The contract has no operation getNothing',
  );
});

test('the same question has the same body, object for object, until the clients change', async () => {
  const store = storeAt('guide', { now: 0 });
  const ask = async (): Promise<unknown> =>
    (await store.answer('getClients', request({ authorization: 'Bearer admin-1' }))).body;
  const before = await ask();
  expect(await ask()).toBe(before);
  store.removeClient('c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831');
  expect(await ask()).toHaveProperty('count', 6);
});

test('a token is good for its time and a minute of tolerance, also one that was verified before', async () => {
  const clock = { now: Date.UTC(2026, 0, 1) };
  const store = storeAt('portal', clock);
  const call = await signed(store, 'admin-1');
  const statuses: number[] = [];
  for (const seconds of [0, 299, 359, 361]) {
    clock.now = Date.UTC(2026, 0, 1) + seconds * 1000;
    statuses.push((await store.answer('getClients', call)).status);
  }
  expect(statuses).toEqual([200, 200, 200, 403]);
});

test.each(['guide', 'portal'] as const)(
  'a minute later a limited caller of the %s dialect is answered again',
  async (dialect) => {
    const clock = { now: Date.UTC(2026, 0, 1) };
    const store = storeAt(dialect, clock);
    const call =
      dialect === 'guide' ? request({ authorization: 'Bearer limited-1' }) : await signed(store, 'limited-1');
    expect((await store.answer('getClients', call)).status).toBe(200);
    clock.now += MINUTE - 1000;
    const refused = await store.answer('getClients', call);
    expect(refused.status).toBe(429);
    // A second is left: as such, and in nanoseconds.
    expect(refused.headers['X-Ratelimit-Reset']).toBe(dialect === 'guide' ? 1 : 1_000_000_000);
    clock.now += 1000;
    expect((await store.answer('getClients', call)).status).toBe(200);
  },
);

/** The modules that a source loads, at once or later. */
function importsOf(source: string): string[] {
  return [...source.matchAll(/(?:from|import) ?\(?'([^']+)'/gu)].map(([, name = '']) => name);
}

test('needs neither Node nor Prism, so that a browser can load it', () => {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const sources = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const foreign = sources
    .flatMap((name) => importsOf(readFileSync(`${folder}/${name}`, 'utf8')))
    .filter((name) => !name.startsWith('./'));
  expect(new Set(foreign)).toEqual(new Set(['jose']));
  expect(importsOf("import { a } from 'node:fs';\nawait import('node:os');")).toEqual(['node:fs', 'node:os']);
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { expect, test } from 'vitest';

import { ask, CLIENTS, get, started, tokenOf } from '../../test/started.ts';
import { MockError } from '../simulator/mock-error.ts';
import type { MockOptions } from './options.ts';
import { startMock } from './start-mock.ts';

test('mocks in one process do not share clients, scenarios or tokens', async () => {
  await using guide = await started({ clients: 2 });
  await using empty = await started({ scenario: 'empty' });
  await using portal = await started({ dialect: 'portal' });
  expect(new Set([guide.url, empty.url, portal.url]).size).toBe(3);
  expect((await ask(guide, CLIENTS)).json).toHaveProperty('count', 9);
  expect((await ask(empty, CLIENTS)).json).toHaveProperty('count', 0);
  expect((await get(portal, CLIENTS, { 'x-signature': await tokenOf(portal) })).status).toBe(200);
  expect([guide.dialect, portal.dialect]).toEqual(['guide', 'portal']);
  expect(guide.requests).toHaveLength(1);
  expect(portal.requests.map(({ operationId }) => operationId)).toEqual(['generateJwtToken', 'getClients']);
});

test('close ends kept-alive connections at once, and may be called twice', async () => {
  const mock = await startMock();
  await Promise.all(Array.from({ length: 20 }, async () => ask(mock, CLIENTS)));
  const start = performance.now();
  await Promise.all([mock.close(), mock.close()]);
  // Left alone, a kept connection would hold it for five seconds.
  expect(performance.now() - start).toBeLessThan(4000);
  await expect(ask(mock, CLIENTS)).rejects.toThrow('fetch failed');
});

test('closed mocks do not keep their process alive', async () => {
  const program = `
    const { startMock } = await import(${JSON.stringify(new URL('../index.ts', import.meta.url).href)});
    const mocks = await Promise.all([startMock(), startMock({ dialect: 'portal', watch: () => undefined })]);
    for (const { url } of mocks) await fetch(url);
    await Promise.all(mocks.map((mock) => mock.close()));
    process.stdout.write('closed');`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program]);
  let closed = 0;
  child.stdout.once('data', () => (closed = performance.now()));
  await once(child, 'exit');
  expect(child.exitCode).toBe(0);
  // The client's own connections end with the servers; left alone they would last four seconds.
  expect(performance.now() - closed).toBeLessThan(3000);
});

test('a second close waits until the first one has ended', async () => {
  const mock = await startMock({ latency: 60_000 });
  const waiting = ask(mock, CLIENTS).catch((error: unknown) => error);
  const first = mock.close();
  await mock.close();
  await expect(ask(mock, CLIENTS)).rejects.toThrow('fetch failed');
  await first;
  expect(await waiting).toBeInstanceOf(Error);
});

test('an option that is undefined has its default', async () => {
  await using mock = await started({
    dialect: undefined,
    store: undefined,
    limits: undefined,
    cache: undefined,
  });
  expect(mock.dialect).toBe('guide');
});

test('listens on loopback only by default', async () => {
  await using mock = await started();
  expect(new URL(mock.url).hostname).toBe('127.0.0.1');
});

test.each([
  { options: { scenario: 'sunny' }, message: 'There is no scenario "sunny"' },
  { options: { latency: -1 }, message: 'The option latency must be milliseconds' },
  {
    options: { dialect: 'foo' as 'guide' },
    message: 'The option dialect must be guide or portal, not "foo".',
  },
  {
    options: { clients: -1 },
    message: 'The option clients must be a whole number from 0 to 100000, not -1.',
  },
  { options: { clients: Number.NaN }, message: 'The option clients must be a whole number' },
  { options: { clients: 2.5 }, message: 'The option clients must be a whole number' },
  { options: { clients: '3' as unknown as number }, message: 'not "3".' },
  { options: { cors: 'foo' as 'open' }, message: 'The option cors must be open or strict' },
  { options: { latency: { min: 5, max: 1 } }, message: 'The option latency must be' },
  { options: { store: 'mongo' as 'sql' }, message: 'The option store must be sql or saas' },
  { options: { limits: 'all' as 'full' }, message: 'The option limits must be off or full or minified' },
  { options: { cache: 'on' as 'off' }, message: 'The option cache must be off or null-text' },
  { options: { sore: 'sql' }, message: 'There is no option "sore"; there are dialect, ' },
  {
    options: { onRequest: 'log' as unknown as () => void },
    message: 'The option onRequest must be a function',
  },
  { options: { host: '' }, message: 'The option host must be an address, not "".' },
  { options: { host: '192.0.2.1' }, message: '192.0.2.1 is no address of this machine.' },
  {
    options: { scenarios: 'nowhere.yaml', scenario: 'slow' },
    message: 'The scenarios nowhere.yaml cannot be read.',
  },
])('wrong options give one sentence, and the port is free again: $options', async ({ options, message }) => {
  await using first = await started();
  const port = Number(new URL(first.url).port);
  await first.close();
  await expect(startMock({ ...options, port })).rejects.toThrow(message);
  await using again = await started({ port });
  expect(new URL(again.url).port).toBe(String(port));
});

test.each([null, 5, 'portal'])('options that are no object are one sentence: %j', async (options) => {
  await expect(startMock(options as unknown as MockOptions)).rejects.toThrow(
    new MockError('The options must be an object.'),
  );
});

test('the same seed gives the same bytes, another seed gives other bytes', async () => {
  const bytes = async (seed: number): Promise<string> => {
    await using mock = await started({ clients: 50, seed });
    return (await ask(mock, CLIENTS)).text;
  };
  expect(await bytes(5)).toBe(await bytes(5));
  expect(await bytes(6)).not.toBe(await bytes(5));
});

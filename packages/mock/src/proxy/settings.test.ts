import { expect, test } from 'vitest';

import { startProxy, UsageError, type ProxyOptions } from './index.ts';
import { exposureWarning } from './settings.ts';

const good: ProxyOptions = { upstream: 'https://portal.example.com', apiKey: 'sk-0123' };
const origin = 'An allowed origin must be one exact origin';
const upstream = 'The upstream must be the origin of a portal';

test.each<[Partial<ProxyOptions>, string]>([
  [{ upstream: 'portal.example.com' }, upstream],
  [{ upstream: 'ftp://portal.example.com' }, upstream],
  [{ upstream: 'https://portal.example.com/api/2.0' }, upstream],
  [{ upstream: 'https://sk-secret@portal.example.com' }, upstream],
  [{ upstream: 'https://portal.example.com?key=sk-secret' }, upstream],
  [{ upstream: 'http://portal.example.com' }, 'The API key would travel unencrypted'],
  [{ upstream: 'http://localhost.example.com' }, 'The API key would travel unencrypted'],
  [{ upstream: 'http://127.0.0.1.example.com' }, 'The API key would travel unencrypted'],
  [{ allowOrigins: ['*'] }, origin],
  [{ allowOrigins: ['null'] }, origin],
  [{ allowOrigins: ['http://*.example.com'] }, origin],
  [{ allowOrigins: ['https://app.example.com', 'app.example.com'] }, origin],
  [{ allowOrigins: ['https://app.example.com/page'] }, origin],
  [{ apiKey: '' }, 'The API key must be visible ASCII'],
  [{ apiKey: 'sk-secret\r\nx: y' }, 'The API key must be visible ASCII'],
  [{ timeoutMs: 0 }, 'timeoutMs must be a number above 0'],
  [{ maxBodyBytes: Number.NaN }, 'maxBodyBytes must be a number above 0'],
])('%j is refused in one sentence that does not repeat it', async (options, sentence) => {
  const failure = await startProxy({ ...good, ...options }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(UsageError);
  const { message } = failure as UsageError;
  expect(message).toContain(sentence);
  expect(message).toMatch(/^[^\n]+\.$/u);
  expect(message).not.toContain('secret');
});

test.each<Partial<ProxyOptions>>([
  { upstream: 'http://localhost:8092' },
  { upstream: 'http://127.1.2.3' },
  { upstream: 'http://[::1]:8092/' },
  { upstream: 'http://portal.example.com', allowInsecure: true },
  { allowOrigins: ['http://localhost:5173/', 'https://app.example.com', 'http://[::1]:5173'] },
])('%j is accepted', async (options) => {
  const proxy = await startProxy({ ...good, ...options });
  expect(proxy.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
  await proxy.close();
});

test.each([
  ['127.0.0.1', false],
  ['localhost', false],
  ['::1', false],
  ['0.0.0.0', true],
  ['::', true],
  ['192.0.2.7', true],
  ['localhost.example.com', true],
])('listening on %s is warned of: %s', (host, warned) => {
  expect(exposureWarning(host)?.startsWith('Warning: ') ?? false).toBe(warned);
});

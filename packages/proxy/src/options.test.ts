import { expect, test } from 'vitest';

import { startProxy, UsageError, type ProxyOptions } from './index.ts';

const good: ProxyOptions = { upstream: 'https://portal.example.com', apiKey: 'sk-0123' };
const origin = 'An allowed origin must be one exact origin';
const upstream = 'The upstream must be the origin of a portal';
const unencrypted = 'The API key would travel unencrypted';

test.each<[Partial<Record<keyof ProxyOptions, unknown>>, string]>([
  [{ upstream: undefined }, upstream],
  [{ upstream: 'portal.example.com' }, upstream],
  [{ upstream: 'ftp://portal.example.com' }, upstream],
  [{ upstream: 'https://portal.example.com/api/2.0' }, upstream],
  [{ upstream: 'https://sk-secret@portal.example.com' }, upstream],
  [{ upstream: 'https://portal.example.com?key=sk-secret' }, upstream],
  [{ upstream: 'http://portal.example.com' }, unencrypted],
  [{ upstream: 'http://localhost.example.com' }, unencrypted],
  [{ upstream: 'http://127.0.0.1.example.com' }, unencrypted],
  [{ allowOrigins: 'http://localhost:5173' }, 'allowOrigins is not a list'],
  [{ allowOrigins: ['*'] }, origin],
  [{ allowOrigins: ['null'] }, origin],
  [{ allowOrigins: [5173] }, origin],
  [{ allowOrigins: ['http://*.example.com'] }, origin],
  [{ allowOrigins: ['https://app.example.com', 'app.example.com'] }, origin],
  [{ allowOrigins: ['https://app.example.com/page'] }, origin],
  [{ apiKey: undefined }, 'apiKey is not'],
  [{ apiKey: '' }, 'apiKey is not'],
  [{ apiKey: 'sk-secret\r\nx: y' }, 'apiKey is not'],
  [{ timeoutMs: 0 }, 'timeoutMs is not'],
  [{ timeoutMs: Infinity }, 'timeoutMs is not'],
  [{ maxBodyBytes: Number.NaN }, 'maxBodyBytes is not'],
  [{ allowInsecure: 'yes' }, 'allowInsecure is not'],
  [{ port: 65_536 }, 'port is not'],
  [{ port: 1.5 }, 'port is not'],
  [{ port: '4011' }, 'port is not'],
  [{ host: 'http://127.0.0.1' }, 'host is not'],
  [{ log: 'console' }, 'log is not a function'],
])('%j is refused in one sentence that does not repeat it', async (options, sentence) => {
  const failure = await startProxy({ ...good, ...options } as ProxyOptions).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(UsageError);
  const { message, hint } = failure as UsageError;
  expect(message).toContain(sentence);
  expect(message).toMatch(/^[^\n]+\.$/u);
  expect(message + hint).not.toContain('secret');
});

test('an unknown option is refused and the known ones are named', async () => {
  await expect(startProxy({ ...good, allowOrigin: [] } as ProxyOptions)).rejects.toMatchObject({
    message: 'There is no option "allowOrigin".',
    hint: expect.stringContaining('allowOrigins') as string,
  });
});

test('no options at all are refused', async () => {
  await expect(startProxy(undefined as unknown as ProxyOptions)).rejects.toThrow(UsageError);
});

test.each<Partial<ProxyOptions>>([
  { upstream: 'http://localhost:8092' },
  { upstream: 'http://portal.localhost' },
  { upstream: 'http://127.1.2.3' },
  { upstream: 'http://[::1]:8092/' },
  { upstream: 'http://portal.example.com', allowInsecure: true },
  { allowOrigins: ['http://localhost:5173/', 'https://app.example.com', 'http://[::1]:5173'] },
  { port: undefined, log: undefined, timeoutMs: 1.5 },
])('%j is accepted', async (options) => {
  const proxy = await startProxy({ ...good, ...options });
  expect(proxy.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
  await proxy.close();
});

test.each([
  ['127.0.0.1', false],
  ['0.0.0.0', true],
])('listening on %s is warned of in the log: %s', async (host, warned) => {
  const lines: string[] = [];
  const proxy = await startProxy({ ...good, host, log: (line) => void lines.push(line) });
  await proxy.close();
  expect(lines).toEqual(
    warned
      ? [
          `Warning: everyone who can reach ${host} reads the portal through this proxy with the rights of the API key.`,
        ]
      : [],
  );
});

import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createDocSpaceClient } from './client.ts';

const baseUrl = 'https://portal.example.com';
const unsent = (): never => {
  throw new Error('something was sent');
};

describe('client ids are checked before anything is sent', () => {
  const docspace = createDocSpaceClient({ baseUrl, dialect: 'guide', fetch: unsent });
  test.each([
    ['', 'empty'],
    ['.', 'another path'],
    ['..', 'another path'],
    ['a/b', 'slash'],
    ['..\\windows', 'slash'],
    ['a\nb', 'control'],
    ['a\u0000', 'control'],
    [' ', 'white space'],
    ['info', 'another path'],
    ['public', 'another path'],
    ['\ud800', 'Unicode'],
    ['x'.repeat(257), '256'],
    [undefined, 'not undefined'],
    [null, 'not null'],
    [7, 'not number'],
    [{ toString: () => 'a' }, 'not object'],
  ])('the id %j is refused', async (id, why) => {
    const expected = { code: 'invalid_input', attempts: 0, message: expect.stringContaining(why) as string };
    for (const method of ['getClient', 'getClientInfo', 'getPublicClientInfo'] as const) {
      await expect(docspace[method](id as string)).rejects.toMatchObject(expected);
    }
    await expect(docspace.getClientsInfo(['fine', id as string])).rejects.toMatchObject(expected);
  });

  test('ids that are not an array are refused', async () => {
    await expect(docspace.getClientsInfo('a' as never)).rejects.toMatchObject({ code: 'invalid_input' });
  });

  test.each([0, 51, 1.5, Number.NaN, '10'])('the page size %j is refused', async (limit) => {
    await expect(docspace.getClients({ limit: limit as number })).rejects.toMatchObject({
      code: 'invalid_input',
    });
    expect(() => docspace.iterateClients({ pageSize: limit as number })).toThrow('page size');
  });

  test('a cursor with a field that is not text is refused', async () => {
    await expect(docspace.getClients({ cursor: { last_client_id: 1 } as never })).rejects.toMatchObject({
      code: 'invalid_input',
    });
  });
});

describe('options are checked once, at construction', () => {
  test.each([
    ['portal.example.com', 'not an http: or https: URL'],
    ['ftp://portal.example.com', 'not an http: or https: URL'],
    ['', 'not an http: or https: URL'],
    [undefined, 'not an http: or https: URL'],
    ['https://user:pass@portal.example.com', 'user information'],
    ['https://portal.example.com/?a=1', 'query'],
    ['https://portal.example.com/#a', 'fragment'],
    ['http://portal.example.com', 'unencrypted'],
    ['http://127.0.0.1.example.com', 'unencrypted'],
  ])('the baseUrl %j is refused', (url, why) => {
    expect(() => createDocSpaceClient({ baseUrl: url as string, apiKey: 'sk-1' })).toThrow(why);
  });

  test.each([
    'http://localhost:1',
    'http://127.0.0.1:80',
    'http://127.9.9.9',
    'http://[::1]:8092',
    'https://example.com/a/b/',
  ])('the baseUrl %j is accepted', (url) => {
    expect(createDocSpaceClient({ baseUrl: url, apiKey: 'sk-1' })).toBeDefined();
    expect(createDocSpaceClient({ baseUrl: new URL(url), apiKey: 'sk-1' })).toBeDefined();
  });

  test('http: to another machine is accepted with allowInsecure, or without a key', () => {
    const insecure = 'http://portal.example.com';
    expect(createDocSpaceClient({ baseUrl: insecure, apiKey: 'sk-1', allowInsecure: true })).toBeDefined();
    expect(createDocSpaceClient({ baseUrl: insecure })).toBeDefined();
  });

  test.each(['', 'sk 1', 'sk-1\r\nx-admin: 1', 'ключ', 7, null])('the apiKey %j is refused', (apiKey) => {
    expect(() => createDocSpaceClient({ baseUrl, apiKey: apiKey as string })).toThrow('apiKey is not');
  });

  test('the error does not repeat a refused key or URL', () => {
    for (const options of [
      { baseUrl, apiKey: 'se cret' },
      { baseUrl: 'se cret' },
      { baseUrl: 'https://a:se cret@b.c' },
    ]) {
      const error: unknown = (() => {
        try {
          return createDocSpaceClient(options);
        } catch (thrown) {
          return thrown;
        }
      })();
      expect(error).toMatchObject({ code: 'invalid_input' });
      expect(inspect(error)).not.toContain('cret@');
      expect(String(error)).not.toContain('se cret');
    }
  });

  test.each([
    [{ dialect: 'Portal' }, "'guide', 'portal' or 'auto'"],
    [{ timeoutMs: 0 }, 'timeoutMs'],
    [{ attemptTimeoutMs: Number.NaN }, 'attemptTimeoutMs'],
    [{ retry: { attempts: 0 } }, 'retry.attempts'],
    [{ retry: { maxDelayMs: -1 } }, 'retry.maxDelayMs'],
    [{ maxBodyBytes: '1' }, 'maxBodyBytes'],
  ])('%j is refused', (options, why) => {
    expect(() => createDocSpaceClient({ baseUrl, ...(options as object) })).toThrow(why);
  });
});

import { inspect } from 'node:util';
import { describe, expect, test, vi } from 'vitest';
import { createDocSpaceClient } from './client.ts';
import { report } from './validate.ts';
import type { WarningEvent } from './hooks.ts';

const baseUrl = 'https://portal.example.com';

/** The error of a client with these options. */
function errorOf(options: object): unknown {
  try {
    createDocSpaceClient({ baseUrl, ...options });
    return undefined;
  } catch (error) {
    return error;
  }
}

describe('an unknown option is refused, and the nearest known one is named', () => {
  test.each([
    ['retry.atempts', { retry: { atempts: 1 } }, 'Did you mean retry.attempts?'],
    ['attempts', { attempts: 1 }, 'Did you mean retry.attempts?'],
    ['timeout', { timeout: 1 }, 'Did you mean timeoutMs?'],
    ['key', { key: 'sk-1' }, 'Did you mean apiKey?'],
    ['baseURL', { baseURL: 'x' }, 'Did you mean baseUrl?'],
    ['onRetry', { onRetry() {} }, 'Did you mean hooks.onRetry?'],
    ['hooks.onRetries', { hooks: { onRetries() {} } }, 'Did you mean hooks.onRetry?'],
    ['zz', { zz: 1 }, 'The options are baseUrl, apiKey'],
  ])('%s', (name, options, hint) => {
    expect(errorOf(options)).toMatchObject({
      code: 'invalid_input',
      message: `There is no option "${name}".`,
      hint: expect.stringContaining(hint) as string,
    });
  });
});

describe('a wrong value is refused, and its option is named', () => {
  const notAFunction = 'not a function';
  test.each([
    [{ retry: null }, 'retry is not an object'],
    [{ retry: 3 }, 'retry is not an object'],
    [{ retry: { attempts: 2.5 } }, 'retry.attempts is not a whole number'],
    [{ retry: { attempts: Infinity } }, 'retry.attempts is not a whole number'],
    [{ retry: { attempts: '3' } }, 'retry.attempts is not a whole number'],
    [{ retry: { minDelayMs: Number.NaN } }, 'retry.minDelayMs is not a finite number'],
    [{ retry: { maxServerDelayMs: Infinity } }, 'retry.maxServerDelayMs is not a finite number'],
    [{ timeoutMs: Infinity }, 'timeoutMs is not a finite number'],
    [{ timeoutMs: null }, 'timeoutMs is not a finite number'],
    [{ attemptTimeoutMs: -1 }, 'attemptTimeoutMs is not a finite number'],
    [{ maxBodyBytes: 1.5 }, 'maxBodyBytes is not a whole number'],
    [{ allowInsecure: 'yes' }, 'allowInsecure is not true or false'],
    [{ hooks: null }, 'hooks is not an object'],
    [{ hooks: () => {} }, 'hooks is not an object'],
    [{ hooks: { onRetry: true } }, `hooks.onRetry is ${notAFunction}`],
    [{ validate: true }, `validate is ${notAFunction}`],
    [{ fetch: 'x' }, `fetch is ${notAFunction}`],
    [{ dialect: 'Portal' }, "dialect is not 'guide', 'portal' or 'auto'"],
    [{ timeoutMs: 0 }, 'timeoutMs is not a finite number of at least 1'],
    [{ retry: { attempts: 0 } }, 'retry.attempts is not a whole number of at least 1'],
    [{ retry: { maxDelayMs: -1 } }, 'retry.maxDelayMs is not a finite number of at least 0'],
    [{ maxBodyBytes: '1' }, 'maxBodyBytes is not a whole number'],
    [{ dialect: null }, "dialect is not 'guide', 'portal' or 'auto'"],
  ])('%o: %s', (options, message) => {
    expect(errorOf(options)).toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining(message) as string,
    });
  });

  test.each([[undefined], [null], ['https://portal.example.com'], [[]]])(
    'the argument %j of createDocSpaceClient',
    (options) => {
      const create = (): unknown => createDocSpaceClient(options as never);
      expect(create).toThrow(expect.objectContaining({ code: 'invalid_input' }) as Error);
    },
  );
});

describe('the base URL and the key', () => {
  test.each([
    [Object.create(null), 'not an http: or https: URL'],
    [['https://portal.example.com'], 'not an http: or https: URL'],
    [Symbol('x'), 'not an http: or https: URL'],
    [{ href: 7 }, 'not an http: or https: URL'],
    ['portal.example.com', 'not an http: or https: URL'],
    ['ftp://portal.example.com', 'not an http: or https: URL'],
    ['', 'not an http: or https: URL'],
    [undefined, 'not an http: or https: URL'],
    ['https://user:pass@portal.example.com', 'user information'],
    ['https://portal.example.com/?a=1', 'query'],
    ['https://portal.example.com/#a', 'fragment'],
    ['http://portal.example.com', 'unencrypted'],
    ['http://127.0.0.1.example.com', 'unencrypted'],
  ])('the baseUrl %o is refused', (url: unknown, why) => {
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

  test.each(['', ' \n', 'sk 1', 'sk-1\r\nx-admin: 1', 'ключ', 7, null])(
    'the apiKey %j is refused',
    (apiKey) => {
      expect(() => createDocSpaceClient({ baseUrl, apiKey: apiKey as string })).toThrow('apiKey is not');
    },
  );

  test('white space around the apiKey is not part of it', async () => {
    const sent: unknown[] = [];
    const fetch = async (_: unknown, init?: RequestInit): Promise<Response> => {
      sent.push(new Headers(init?.headers).get('authorization'));
      return Response.json([]);
    };
    await createDocSpaceClient({ baseUrl, apiKey: ' sk-1\r\n', dialect: 'guide', fetch }).getClients();
    expect(sent).toEqual(['Bearer sk-1']);
  });

  test.each(['my-key', 'SK-1', 'Sk-1', 'sk1', 'asc_auth_key=1'])(
    'the apiKey %j, which does not begin with sk-, is warned of without repeating it',
    (apiKey) => {
      const onWarning = vi.fn<(event: WarningEvent) => void>();
      createDocSpaceClient({ baseUrl, apiKey, hooks: { onWarning } });
      expect(onWarning.mock.calls).toMatchObject([[{ code: 'api_key_form' }]]);
      expect(inspect(onWarning.mock.calls)).not.toContain(apiKey);
    },
  );

  test('a key that begins with sk-, and no key at all, are not warned of', () => {
    const onWarning = vi.fn<(event: WarningEvent) => void>();
    createDocSpaceClient({ baseUrl, apiKey: '\tsk-1', hooks: { onWarning } });
    createDocSpaceClient({ baseUrl, hooks: { onWarning } });
    expect(onWarning).not.toHaveBeenCalled();
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
});

test('report refuses a listener that is not a function', () => {
  for (const listener of [undefined, null, 7, {}]) {
    expect(() => report(listener as never)).toThrow('The argument of report is not a function.');
  }
});

test('hooks may be an object with methods and fields of its own', () => {
  class Logger {
    readonly lines: string[] = [];
    onRequest(): void {
      this.lines.push('request');
    }
  }
  expect(errorOf({ hooks: new Logger() })).toBeUndefined();
});

describe('the arguments of a method are checked before anything is sent', () => {
  const fetch = (): never => {
    throw new Error('something was sent');
  };
  const docspace = createDocSpaceClient({ baseUrl, dialect: 'guide', fetch });
  const methods = {
    getClients: (options: unknown) => docspace.getClients(options as object),
    iterateClients: async (options: unknown) => docspace.iterateClients(options as object).next(),
    getClient: (options: unknown) => docspace.getClient('a', options as object),
    getClientInfo: (options: unknown) => docspace.getClientInfo('a', options as object),
    getPublicClientInfo: (options: unknown) => docspace.getPublicClientInfo('a', options as object),
    getClientsInfo: (options: unknown) => docspace.getClientsInfo(['a'], options as object),
  };
  const cases = Object.entries(methods);

  test.each(cases)('%s refuses options that are not an object', async (_, call) => {
    for (const options of [null, 7, 'a', []]) {
      await expect(call(options)).rejects.toMatchObject({
        code: 'invalid_input',
        message: 'The options argument is not an object.',
      });
    }
  });

  test.each(cases)('%s refuses an unknown option and names the nearest', async (_, call) => {
    await expect(call({ signals: new AbortController().signal })).rejects.toMatchObject({
      code: 'invalid_input',
      hint: 'Did you mean signal?',
    });
  });

  test.each(cases)('%s refuses a signal that is not an AbortSignal', async (_, call) => {
    for (const signal of [new AbortController(), {}, null, true]) {
      await expect(call({ signal })).rejects.toMatchObject({
        code: 'invalid_input',
        message: 'signal is not an AbortSignal.',
      });
    }
  });

  test.each([
    'next',
    7,
    [],
    { clients: [], next: null },
    { last_client_id: 7, last_created_on: null },
    { last_client_id: '\ud800', last_created_on: null },
  ])('getClients refuses the cursor %j', async (cursor) => {
    await expect(docspace.getClients({ cursor: cursor as never })).rejects.toMatchObject({
      code: 'invalid_input',
      message: 'The cursor is not that of a page.',
    });
  });

  test.each([-1, 1.5, Number.NaN, '7', null])('iterateClients refuses maxItems %j', (maxItems) => {
    expect(() => docspace.iterateClients({ maxItems: maxItems as number })).toThrow('maxItems');
  });

  test.each([0, 51, 1.5, Number.NaN, '10'])('the page size %j is refused', async (limit) => {
    await expect(docspace.getClients({ limit: limit as number })).rejects.toMatchObject({
      code: 'invalid_input',
    });
    expect(() => docspace.iterateClients({ pageSize: limit as number })).toThrow('page size');
  });
});

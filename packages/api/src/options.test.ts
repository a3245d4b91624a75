import { describe, expect, test } from 'vitest';
import { createDocSpaceClient } from './client.ts';

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
});

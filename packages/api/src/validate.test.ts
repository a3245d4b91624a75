import { describe, expect, onTestFinished, test } from 'vitest';
import { listExample } from '../test/list-example.ts';
import { json, startServer } from '@docspace-oauth/testing/server';
import { createDocSpaceClient } from './client.ts';
import type { Violation } from './validate.ts';
import { report, validate } from './validate.ts';

describe('validate', () => {
  test('the contract’s own example passes, in an envelope and bare, with additional fields', () => {
    const body = listExample();
    for (const client of body.response) client['new_in_a_later_version'] = true;
    expect(validate('getClients', 'guide', body)).toBeUndefined();
    expect(validate('getClients', 'guide', body.response)).toBeUndefined();
  });

  test.each([
    ['a wrong type', (client: Record<string, unknown>) => (client['name'] = 7), '/response/2/name'],
    ['a missing field', (client: Record<string, unknown>) => delete client['scopes'], '/response/2'],
    [
      'a text that is not a date',
      (client: Record<string, unknown>) => (client['created_on'] = 'yesterday'),
      '/response/2/created_on',
    ],
    [
      'null in a field that is not nullable',
      (client: Record<string, unknown>) => (client['enabled'] = null),
      '/response/2/enabled',
    ],
  ])('the pointer of a violation leads to %s', (_, spoil, pointer) => {
    const body = listExample();
    spoil(body.response[2] ?? {});
    expect(validate('getClients', 'guide', body)).toMatchObject({
      operationId: 'getClients',
      dialect: 'guide',
      pointer,
    });
  });

  test('a client secret in public information is a violation', () => {
    const [client] = listExample().response;
    expect(
      validate('getPublicClientInfo', 'guide', { response: { ...client, client_secret: 'x' } }),
    ).toBeDefined();
  });

  test('a violation fails the call; the error names operation and pointer, not the value', async () => {
    const body = listExample();
    if (body.response[0]) body.response[0]['is_public'] = 'a-secret-value';
    const server = await startServer(() => json(200, body));
    const docspace = createDocSpaceClient({ baseUrl: server.url, dialect: 'guide', validate });
    const error: unknown = await docspace.getClients().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'unexpected_response',
      operationId: 'getClients',
      pointer: '/response/0/is_public',
    });
    expect(String(error)).not.toContain('a-secret-value');
  });

  test('report calls the listener and lets the data pass, even if the listener throws', async () => {
    const server = await startServer(() => json(200, [{ client_id: 'a' }]));
    const reported: Violation[] = [];
    const listener = (violation: Violation): never => {
      reported.push(violation);
      throw new Error('listener');
    };
    const docspace = createDocSpaceClient({
      baseUrl: server.url,
      dialect: 'guide',
      validate: report(listener),
    });
    expect((await docspace.getClients()).clients).toEqual([{ client_id: 'a' }]);
    expect(reported).toHaveLength(1);
  });

  test('an async listener of report and an async validator that reject do not end the process', async () => {
    const unhandled: unknown[] = [];
    const listen = (reason: unknown): void => void unhandled.push(reason);
    process.on('unhandledRejection', listen);
    onTestFinished(() => void process.off('unhandledRejection', listen));
    const server = await startServer(() => json(200, [{ client_id: 'a' }]));
    const fail = async (): Promise<never> => {
      throw new Error('too late');
    };
    const lenient = createDocSpaceClient({
      baseUrl: server.url,
      dialect: 'guide',
      validate: report(fail as () => void),
    });
    expect((await lenient.getClients()).clients).toEqual([{ client_id: 'a' }]);
    const wrong = createDocSpaceClient({ baseUrl: server.url, dialect: 'guide', validate: fail as never });
    await expect(wrong.getClients()).rejects.toMatchObject({
      code: 'unexpected_response',
      message: expect.stringContaining('returned a promise instead of its result') as string,
    });
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    expect(unhandled).toEqual([]);
  });

  test('a validator of the caller that throws fails the call with a DocSpaceError', async () => {
    const server = await startServer(() => json(200, [{ client_id: 'a' }]));
    const validator = (): never => {
      throw new TypeError('not prepared for this');
    };
    const docspace = createDocSpaceClient({ baseUrl: server.url, dialect: 'guide', validate: validator });
    await expect(docspace.getClients()).rejects.toMatchObject({
      name: 'DocSpaceError',
      code: 'unexpected_response',
      message: expect.stringContaining('not prepared for this') as string,
    });
  });
});

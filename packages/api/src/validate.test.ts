import { describe, expect, test } from 'vitest';
import { json, startServer } from '../test/server.ts';
import guide from '@docspace-oauth/openapi/guide.json' with { type: 'json' };
import { createDocSpaceClient } from './client.ts';
import type { Violation } from './validate.ts';
import { report, validate } from './validate.ts';

type Body = { response: Record<string, unknown>[] };

/** The contract's own example of the list, to be spoilt. */
function listExample(): Body {
  const { examples } = guide.paths['/api/2.0/clients'].get.responses['200'].content['application/json'];
  const named: unknown = examples.several;
  const reference = (named as { $ref?: string }).$ref;
  const shared = guide.components.examples as Record<string, { value: unknown }>;
  const value = reference
    ? shared[reference.split('/').at(-1) ?? '']?.value
    : (named as { value: unknown }).value;
  return structuredClone(value) as Body;
}

describe('validate', () => {
  test('lets the contract’s own example through, in an envelope and bare, with more than it says', () => {
    const body = listExample();
    for (const client of body.response) client['new_in_a_later_version'] = true;
    expect(validate('getClients', 'guide', body)).toBeUndefined();
    expect(validate('getClients', 'guide', body.response)).toBeUndefined();
  });

  test.each([
    ['a wrong type', (client: Record<string, unknown>) => (client['name'] = 7), '/response/2/name'],
    ['a missing field', (client: Record<string, unknown>) => delete client['scopes'], '/response/2'],
    [
      'a date that is none',
      (client: Record<string, unknown>) => (client['created_on'] = 'yesterday'),
      '/response/2/created_on',
    ],
    [
      'null where it may not be',
      (client: Record<string, unknown>) => (client['enabled'] = null),
      '/response/2/enabled',
    ],
  ])('names the place of %s', (_, spoil, pointer) => {
    const body = listExample();
    spoil(body.response[2] ?? {});
    expect(validate('getClients', 'guide', body)).toMatchObject({
      operationId: 'getClients',
      dialect: 'guide',
      pointer,
    });
  });

  test('a secret in public information is a violation', () => {
    const [client] = listExample().response;
    expect(
      validate('getPublicClientInfo', 'guide', { response: { ...client, client_secret: 'x' } }),
    ).toBeDefined();
  });

  test('fails the call, naming operation and pointer, without the value', async () => {
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

  test('report tells of it and lets the data through, also if the listener throws', async () => {
    const server = await startServer(() => json(200, [{ client_id: 'a' }]));
    const told: Violation[] = [];
    const listener = (violation: Violation): never => {
      told.push(violation);
      throw new Error('listener');
    };
    const docspace = createDocSpaceClient({
      baseUrl: server.url,
      dialect: 'guide',
      validate: report(listener),
    });
    expect((await docspace.getClients()).clients).toEqual([{ client_id: 'a' }]);
    expect(told).toHaveLength(1);
  });

  test('a validator of the caller’s own that throws fails the call like any other', async () => {
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

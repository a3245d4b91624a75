import { describe, expect, test } from 'vitest';
import { json, startServer, text } from '@docspace-oauth/testing/server';
import { createDocSpaceClient } from '../client.ts';

const baseUrl = 'https://portal.example.com';
const unsent = (): never => {
  throw new Error('something was sent');
};

describe('client ids are checked before anything is sent', () => {
  const docspace = createDocSpaceClient({ baseUrl, dialect: 'guide', fetch: unsent });
  test.each([
    ['', 'empty'],
    ['.', 'another path'],
    ['a/b', 'slash'],
    ['a\nb', 'control'],
    ['a\u0000', 'control'],
    [' ', 'white space'],
    ['info', 'another path'],
    ['public', 'another path'],
    ['consents', 'another path'],
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

  test.each(['a;b', '50%', '%41', 'a..b', '..', '..\\windows', 'a//b'])(
    'the id %j, which a portal refuses, is refused in single calls and missing in bulk',
    async (id) => {
      for (const method of ['getClient', 'getClientInfo', 'getPublicClientInfo'] as const) {
        await expect(docspace[method](id)).rejects.toMatchObject({
          code: 'invalid_input',
          attempts: 0,
          hint: 'Take client_id of an item of getClients().',
        });
      }
      expect(await docspace.getClientsInfo([id, id])).toEqual({ found: [], missing: [id] });
    },
  );

  test.each(['INFO', 'Public', 'info2', 'consents-1'])(
    'the id %j, which is no other path, is sent',
    async (id) => {
      const server = await startServer(() => json(404, {}));
      const sent = createDocSpaceClient({ baseUrl: server.url, dialect: 'guide' });
      await expect(sent.getClient(id)).rejects.toMatchObject({ code: 'not_found' });
      expect(server.paths()).toEqual([`/api/2.0/clients/${id}`]);
    },
  );

  test('ids that are not an array are refused', async () => {
    await expect(docspace.getClientsInfo('a' as never)).rejects.toMatchObject({ code: 'invalid_input' });
  });
});

describe('the hint of a 404', () => {
  test.each([
    ['feed0000-0000-4000-8000-000000000000', 'portal', '', 'getClientsInfo([id])'],
    ['FEEDbeef', 'portal', '', 'getClientsInfo([id])'],
    ['feed0000-0000-4000-8000-000000000000', 'portal', '{"title":"Not Found"}', 'Take client_id'],
    ['feed0000-0000-4000-8000-000000000000', 'guide', '', 'Take client_id'],
    ['0feed000-0000-4000-8000-000000000000', 'portal', '', 'Take client_id'],
  ] as const)('for the id %s of the dialect %s with the body %j is "%s"', async (id, dialect, body, hint) => {
    const server = await startServer(() => text(404, body));
    const docspace = createDocSpaceClient({ baseUrl: server.url, dialect });
    for (const method of ['getClient', 'getClientInfo', 'getPublicClientInfo'] as const) {
      await expect(docspace[method](id)).rejects.toMatchObject({
        code: 'not_found',
        hint: expect.stringContaining(hint) as string,
      });
    }
  });
});

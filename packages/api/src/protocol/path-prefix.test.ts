import { describe, expect, test } from 'vitest';
import { apiKey, startPortal } from '@docspace-oauth/testing/portal';
import { json, startServer, text } from '@docspace-oauth/testing/server';
import { createDocSpaceClient } from '../client.ts';
import { createHttp } from '../http.ts';
import { operationOf } from './routes.ts';

const client = { client_id: 'a-1', name: 'Calendar' };
const page = { data: [client], last_client_id: null, last_created_on: null };

describe('the option pathPrefix', () => {
  test.each(['portal', 'auto'] as const)(
    'sends the five operations of a portal to the newer prefix, and the token exchange to its only path, with dialect %s',
    async (dialect) => {
      const portal = await startPortal(({ path }) => json(200, path.includes('limit=') ? page : client));
      const docspace = createDocSpaceClient({
        baseUrl: portal.url,
        apiKey,
        dialect,
        pathPrefix: 'oauth2/clients',
      });
      await docspace.getClients({ limit: 7 });
      await docspace.getClient('a-1');
      await docspace.getClientInfo('a-1');
      await docspace.getPublicClientInfo('a-1');
      await docspace.getClientsInfo(['a-1', 'b', 'c', 'd']);
      expect(portal.paths().slice(0, 6)).toEqual([
        '/api/2.0/security/oauth2/token',
        '/api/2.0/oauth2/clients?limit=7',
        '/api/2.0/oauth2/clients/a-1',
        '/api/2.0/oauth2/clients/a-1/info',
        '/api/2.0/oauth2/clients/a-1/public/info',
        '/api/2.0/oauth2/clients/info?limit=50',
      ]);
      expect(portal.requests[4]?.headers).not.toHaveProperty('x-signature');
    },
  );

  test('moves the paths of createHttp as well, and public information stays anonymous', async () => {
    const portal = await startPortal(({ path }) => json(200, path.includes('limit=') ? page : client));
    const docspace = createDocSpaceClient({
      baseUrl: portal.url,
      apiKey,
      dialect: 'portal',
      pathPrefix: 'oauth2/clients',
    });
    const http = createHttp(docspace);
    const params = { path: { id: 'a-1' } };
    await http.GET('/api/2.0/clients', { params: { query: { limit: 7 } } });
    await http.GET('/api/2.0/clients/{id}/public/info', { params });
    expect(portal.paths()).toEqual([
      '/api/2.0/security/oauth2/token',
      '/api/2.0/oauth2/clients?limit=7',
      '/api/2.0/oauth2/clients/a-1/public/info',
    ]);
    expect(portal.requests[1]?.headers).toHaveProperty('x-signature');
    expect(portal.requests[2]?.headers).not.toHaveProperty('x-signature');
  });

  test('changes nothing for a server that turns out to speak the guide’s dialect', async () => {
    const server = await startServer(({ path }) =>
      path.endsWith('/token') ? text(404, '') : json(200, [client]),
    );
    const docspace = createDocSpaceClient({ baseUrl: server.url, apiKey, pathPrefix: 'oauth2/clients' });
    await docspace.getClients();
    await createHttp(docspace).GET('/api/2.0/clients');
    expect(server.paths().slice(1)).toEqual(['/api/2.0/clients', '/api/2.0/clients']);
  });

  test.each([
    ['api/2.0/clients', 'auto', 'pathPrefix'],
    ['/clients', 'portal', 'pathPrefix'],
    [null, 'portal', 'pathPrefix'],
    ['oauth2/clients', 'guide', 'Only portals'],
  ] as const)('refuses %j with dialect %s', (pathPrefix, dialect, message) => {
    expect(() =>
      createDocSpaceClient({ baseUrl: 'http://127.0.0.1', dialect, pathPrefix: pathPrefix as never }),
    ).toThrow(message);
  });
});

test.each([
  ['/api/2.0/oauth2/clients', 'getClients'],
  ['/api/2.0/oauth2/clients/a-1', 'getClient'],
  ['/api/2.0/oauth2/clients/a-1/info', 'getClientInfo'],
  ['/api/2.0/oauth2/clients/a-1/public/info', 'getPublicClientInfo'],
  ['/api/2.0/oauth2/clients/info', 'getClientsInfo'],
  ['/api/2.0/oauth2/clientsx', undefined],
  ['/api/2.0/oauth2/clients/', undefined],
  ['/api/2.0/oauth2/oauth2/clients', undefined],
])('the path %s belongs to %s', (path, operationId) => {
  expect(operationOf(path)).toBe(operationId);
});

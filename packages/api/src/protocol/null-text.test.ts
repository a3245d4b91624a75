import { describe, expect, test } from 'vitest';
import { json, startServer } from '@docspace-oauth/testing/server';
import { createDocSpaceClient } from '../client.ts';
import { validate } from '../validate.ts';

const nullTexts = {
  description: 'null',
  website_url: 'null',
  terms_url: 'null',
  policy_url: 'null',
  logo: 'null',
};
const nulls = { description: null, website_url: null, terms_url: null, policy_url: null, logo: null };
const common = {
  name: 'null',
  client_id: 'c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831',
  authentication_methods: ['none'],
  scopes: ['openid'],
  created_on: '2026-05-18T09:42:17.308415Z',
  created_by: 'c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e832',
  modified_on: '2026-05-18T09:42:17.308415Z',
  modified_by: 'c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e832',
  is_public: false,
};
const info = { ...common, public: false };
const full = {
  ...common,
  client_secret: 'abcdefghijklmnopqrstuvwxyz0123456789',
  tenant: 1,
  redirect_uris: ['https://app.example.com'],
  allowed_origins: ['https://app.example.com'],
  logout_redirect_uris: [],
  enabled: true,
};
const methods = ['getClient', 'getClientInfo', 'getPublicClientInfo'] as const;

describe('the text "null" of a portal’s single reads', () => {
  test.each(methods)('is null in the result of %s, and no other field changes', async (method) => {
    const record = method === 'getClient' ? full : info;
    const server = await startServer(() => json(200, { ...record, ...nullTexts }));
    const docspace = createDocSpaceClient({ baseUrl: server.url, dialect: 'portal', validate });
    const result = await docspace[method](common.client_id);
    expect(result).toMatchObject({ ...nulls, name: 'null' });
  });

  test.each(methods)('is what validate sees of %s, and no violation', async (method) => {
    const record = method === 'getClient' ? full : info;
    const server = await startServer(() => json(200, { ...record, ...nullTexts }));
    const seen: unknown[] = [];
    const docspace = createDocSpaceClient({
      baseUrl: server.url,
      dialect: 'portal',
      validate(...received) {
        // A copy: the result is made of the same object.
        seen.push(structuredClone(received[2]));
        return validate(...received);
      },
    });
    await docspace[method](common.client_id);
    expect(seen).toEqual([{ ...record, ...nullTexts }]);
  });

  test('is null in what getClientsInfo reads one by one', async () => {
    const server = await startServer(() => json(200, { ...info, ...nullTexts }));
    const docspace = createDocSpaceClient({ baseUrl: server.url, dialect: 'portal' });
    const { found } = await docspace.getClientsInfo([common.client_id]);
    expect(found).toMatchObject([nulls]);
  });

  test('stays a text in the guide’s dialect', async () => {
    const server = await startServer(() => json(200, { response: { ...info, ...nullTexts } }));
    const docspace = createDocSpaceClient({ baseUrl: server.url, dialect: 'guide' });
    expect(await docspace.getClient(common.client_id)).toMatchObject(nullTexts);
  });
});

import type { Client } from '@docspace-oauth/api';
import { expect, test } from 'vitest';

import { toCsv, toJson } from './export.ts';

function client(more: Partial<Client>): Client {
  return {
    client_id: 'a-1',
    client_secret: 'not to be exported',
    name: 'App',
    description: null,
    website_url: null,
    terms_url: null,
    policy_url: null,
    logo: null,
    authentication_methods: ['none'],
    scopes: ['files:read', 'openid'],
    created_on: '2026-01-01T00:00:00Z',
    modified_on: '2026-01-02T00:00:00Z',
    created_by: 'b-2',
    modified_by: 'b-2',
    redirect_uris: [],
    enabled: true,
    is_public: false,
    ...more,
  };
}

test('a line for each client, the lists with blanks between', () => {
  expect(toCsv([client({})]).split('\r\n')).toEqual([
    'client_id,name,enabled,is_public,scopes,authentication_methods,redirect_uris,website_url,description,created_on,created_by,modified_on,modified_by',
    'a-1,App,true,false,files:read openid,none,,,,2026-01-01T00:00:00Z,b-2,2026-01-02T00:00:00Z,b-2',
    '',
  ]);
});

test.each([
  ['=HYPERLINK("http://evil.example")', `"'=HYPERLINK(""http://evil.example"")"`],
  ['+1', "'+1"],
  ['-1+1', "'-1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  [' =1', "'=1"],
  ['\t=1', "'=1"],
  ['a;=1', '"a;=1"'],
  ['bell\u0007', 'bell\uFFFD'],
  ['＝1', "'＝1"],
  ['a,b', '"a,b"'],
  ['two\nlines', 'two lines'],
  ['plain', 'plain'],
])('the name %j is exported as %s', (name, exported) => {
  expect(toCsv([client({ name })])).toContain(`\r\na-1,${exported},true,`);
});

test('no export has a secret', () => {
  const clients = [client({}), client({ client_secret: 'another' })];
  expect(toCsv(clients) + toJson(clients)).not.toMatch(/not to be exported|another|secret/u);
  expect(JSON.parse(toJson(clients))).toHaveLength(2);
});

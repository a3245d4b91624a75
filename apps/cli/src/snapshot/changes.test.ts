import { expect, test } from 'vitest';

import { changesBetween } from './changes.ts';
import { snapshotOf, type SnapshotClient } from './snapshot-file.ts';

const client: SnapshotClient = {
  client_id: 'a',
  name: 'App',
  enabled: true,
  is_public: false,
  scopes: ['files:read'],
  redirect_uris: ['https://a.example/cb'],
  allowed_origins: ['https://a.example'],
  logout_redirect_uris: [],
  authentication_methods: ['client_secret_post'],
  client_secret_sha256: 'one',
  logo_sha256: 'one',
  website_url: 'https://a.example',
  description: null,
  created_by: 'u1',
  modified_on: '2026-01-01T00:00:00Z',
  tenant: 1,
};

const of = (...clients: SnapshotClient[]): ReturnType<typeof snapshotOf> =>
  snapshotOf({ portal: 'p', dialect: 'portal', role: null, clients });

function changes(is: Partial<SnapshotClient>): string[] {
  return changesBetween(of(client), of({ ...client, ...is })).map(({ change, detail }) =>
    detail === undefined ? change : `${change}: ${detail}`,
  );
}

test.each([
  { is: {}, words: [] },
  { is: { scopes: ['files:read', 'files:write'] }, words: ['scopes widened: files:write'] },
  { is: { scopes: [] }, words: ['scopes narrowed: files:read'] },
  { is: { scopes: ['rooms:read'] }, words: ['scopes widened: rooms:read', 'scopes narrowed: files:read'] },
  {
    is: { redirect_uris: ['https://a.example/cb', 'http://evil.example'] },
    words: ['redirect URI added: http://evil.example'],
  },
  { is: { redirect_uris: [] }, words: ['redirect URI removed: https://a.example/cb'] },
  { is: { allowed_origins: [] }, words: ['origin removed: https://a.example'] },
  {
    is: { logout_redirect_uris: ['https://a.example/'] },
    words: ['logout redirect URI added: https://a.example/'],
  },
  {
    is: { authentication_methods: ['client_secret_post', 'none'] },
    words: ['authentication method added: none'],
  },
  { is: { enabled: false }, words: ['disabled'] },
  { is: { is_public: true }, words: ['offered to other portals'] },
  { is: { client_secret_sha256: 'two' }, words: ['secret changed'] },
  { is: { logo_sha256: 'two' }, words: ['logo changed'] },
  { is: { name: 'Other' }, words: ['renamed: App -> Other'] },
  { is: { website_url: null }, words: ['website changed: https://a.example -> none'] },
  {
    is: { description: 'x', modified_on: '2026-02-01T00:00:00Z' },
    words: ['description changed: none -> x'],
  },
  { is: { created_by: 'u2' }, words: ['created_by changed: u1 -> u2'] },
  {
    is: { modified_on: '2026-02-01T00:00:00Z' },
    words: ['saved again: 2026-01-01T00:00:00Z -> 2026-02-01T00:00:00Z'],
  },
])('$is is told as $words', ({ is, words }) => {
  expect(changes(is)).toEqual(words);
});

test('enabled again is told as enabled', () => {
  expect(changesBetween(of({ ...client, enabled: false }), of(client))).toEqual([
    { client_id: 'a', name: 'App', change: 'enabled', detail: undefined },
  ]);
});

test('clients that came or went are told, by id', () => {
  const [b, c] = [
    { ...client, client_id: 'b', name: 'B' },
    { ...client, client_id: 'c', name: 'C' },
  ];
  expect(changesBetween(of(c, client), of(b, client)).map(({ name, change }) => `${name} ${change}`)).toEqual(
    ['B added', 'C removed'],
  );
});

test('a field that only one of the snapshots has is no change', () => {
  const { tenant, client_secret_sha256, scopes, ...less } = client;
  expect({ tenant, client_secret_sha256, scopes }).toBeDefined();
  expect(changesBetween(of(client), of(less))).toEqual([]);
  expect(changesBetween(of(less), of(client))).toEqual([]);
});

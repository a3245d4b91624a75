import type { Client } from '@docspace-oauth/api';
import { describe, expect, test } from 'vitest';

import { arrange, needsAll, readListState, scopesOf, writeListState } from './list-state.ts';

function client(name: string, more: Partial<Client> = {}): Client {
  return {
    client_id: name,
    name,
    description: null,
    website_url: null,
    terms_url: null,
    policy_url: null,
    logo: null,
    authentication_methods: ['none'],
    scopes: ['files:read'],
    created_on: '2026-01-01T00:00:00Z',
    modified_on: '2026-01-01T00:00:00Z',
    created_by: 'someone',
    modified_by: 'someone',
    redirect_uris: [],
    enabled: true,
    is_public: false,
    ...more,
  };
}

const clients = [
  client('Zebra', { enabled: false, modified_on: '2026-01-03T00:00:00.1Z' }),
  client('app 10', { is_public: true, scopes: ['openid'] }),
  client('App 9', { description: 'ＦＵＬＬ width', modified_on: '2026-01-03T00:00:00Z' }),
];

function shown(query: string): string[] {
  return arrange(clients, readListState(new URLSearchParams(query))).map(({ name }) => name);
}

describe('the list', () => {
  test.each([
    ['', ['Zebra', 'app 10', 'App 9']],
    ['sort=oldest', ['App 9', 'app 10', 'Zebra']],
    ['sort=name', ['App 9', 'app 10', 'Zebra']],
    ['sort=modified', ['Zebra', 'App 9', 'app 10']],
    ['enabled=no', ['Zebra']],
    ['enabled=yes', ['app 10', 'App 9']],
    ['visibility=public', ['app 10']],
    ['scope=openid', ['app 10']],
    ['search=APP', ['app 10', 'App 9']],
    ['search=full', ['App 9']],
    ['search=app+9', ['App 9']],
    ['search=nothing', []],
    ['enabled=maybe&sort=up&other=1', ['Zebra', 'app 10', 'App 9']],
  ])('"%s" shows %j', (query, names) => {
    expect(shown(query)).toEqual(names);
  });
});

test('the address has only what differs from the list as it is at first', () => {
  const query = 'search=a+b&enabled=no&sort=name';
  expect(writeListState(readListState(new URLSearchParams(query))).toString()).toBe(query);
  expect(writeListState(readListState(new URLSearchParams('sort=newest&x=1'))).toString()).toBe('');
});

test('everything but the newest first needs all clients', () => {
  expect(needsAll(readListState(new URLSearchParams()))).toBe(false);
  expect(needsAll(readListState(new URLSearchParams('search=a')))).toBe(true);
});

test('the scopes that occur are listed once, in order', () => {
  expect(scopesOf(clients)).toEqual(['files:read', 'openid']);
});

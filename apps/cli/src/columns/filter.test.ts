import { describe, expect, test } from 'vitest';

import { parseFilter } from './filter.ts';

const client = {
  client_id: 'c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831',
  name: 'Calendar Sync',
  enabled: false,
  is_public: true,
  created_on: '2026-05-18T09:42:17.308415001Z',
  modified_on: '2026-06-02T11:05:40+02:00',
  scopes: ['files:read', 'files:write'],
  redirect_uris: ['https://a.example/cb?x=1', 'http://localhost:3000/cb'],
  policy_url: null,
  terms_url: '',
  tenant: 7,
};

describe('a filter matches', () => {
  test.each([
    'scope=files:write',
    'scopes=files:write',
    ' scope = files:write ',
    'scope!=rooms:read',
    'enabled=false',
    'enabled!=true',
    'public=true',
    'name=Calendar Sync',
    'name~SYNC',
    'redirect_uri~localhost',
    'redirect_uri=https://a.example/cb?x=1',
    'created<2026-05-19',
    'created>2026-05-18',
    'created~2026-05',
    'created=2026-05-18T09:42:17.308415001Z',
    'created>2026-05-18T09:42:17.308415Z',
    'modified=2026-06-02T09:05:40Z',
    'policy=',
    'terms_url=',
    'description=',
    'name!=',
    'tenant=7',
    'tenant<8',
    'tenant>6.5',
  ])('%s', (text) => {
    expect(parseFilter(text).matches(client)).toBe(true);
  });
});

describe('a filter does not match', () => {
  test.each([
    'scope=files',
    'scope!=files:read',
    'enabled=true',
    'name=calendar sync',
    'name~~SYNC',
    'created>2026-05-19',
    'created<2026-05-18T09:42:17.308415Z',
    'policy!=',
    'policy~x',
    'tenant>7',
  ])('%s', (text) => {
    expect(parseFilter(text).matches(client)).toBe(false);
  });
});

describe('a filter is refused', () => {
  test.each([
    ['', 'A filter is a column, one of = != < > ~ and a value.'],
    ['enabled', 'A filter is a column, one of = != < > ~ and a value.'],
    ['=x', 'A filter is a column, one of = != < > ~ and a value.'],
    ['nam=x', '--filter names an unknown column.'],
    ['client_secret=x', '--filter names an unknown column.'],
    ['constructor=x', '--filter names an unknown column.'],
    ['enabled=yes', '--filter compares enabled with true or false.'],
    ['created<yesterday', '--filter compares created_on with a date.'],
    ['created<2026-02-31T25:00Z', '--filter compares created_on with a date.'],
    ['name<b', '< and > are for dates and numbers.'],
    ['tenant<b', '--filter compares tenant with a number.'],
  ])('%s', (text, message) => {
    expect(() => parseFilter(text)).toThrow(expect.objectContaining({ message, exitCode: 2 }));
  });
});

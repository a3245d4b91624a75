import { expect, test } from 'vitest';
import { messages } from '../../test/check-rule.ts';
import { scopeWrite } from './scope-write.ts';

test('write scopes are one finding that lists them, also those that nobody knows yet', () => {
  const scopes = ['files:read', 'files:write', 'ROOMS:WRITE', 'webhooks:write'];
  expect(messages(scopeWrite, { scopes })).toEqual([
    'The client may change data: "files:write", "rooms:write", "webhooks:write".',
  ]);
});

test('read scopes are none, nor is a scope that only contains the word', () => {
  expect(messages(scopeWrite, { scopes: ['files:read', 'openid', 'files:write-none', 'write'] })).toEqual([]);
});

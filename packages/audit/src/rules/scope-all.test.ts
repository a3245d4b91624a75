import { expect, test } from 'vitest';
import { messages } from '../../test/check-rule.ts';
import { scopeAll } from './scope-all.ts';

const all = ['files:write', 'rooms:write', 'accounts:write', 'accounts.self:write'];

test('a right to write everything is a finding in the words of the consent screen', () => {
  expect(messages(scopeAll, { scopes: all })).toEqual([
    'The client may change everything: Files & Folders, Rooms, Accounts, Profile.',
  ]);
});

test('older names of the scopes count', () => {
  expect(
    messages(scopeAll, { scopes: ['files:write', 'rooms:write', 'contacts:write', 'contacts.self:write'] }),
  ).toHaveLength(1);
});

test('without any one of them it is none, however much may be read', () => {
  for (const missing of all) {
    const scopes = [
      ...all.filter((scope) => scope !== missing),
      missing.replace('write', 'read'),
      'openid',
      'x:write',
    ];
    expect(messages(scopeAll, { scopes })).toEqual([]);
  }
});

import { expect, test } from 'vitest';

import { scopeLines } from './scope-words.ts';

test.each([
  [['files:read', 'files:write'], [{ resource: 'Files & Folders', access: 'read and write' }]],
  [['rooms:write', 'rooms:read'], [{ resource: 'Rooms', access: 'read and write' }]],
  [
    ['accounts.self:read', 'accounts:write'],
    [
      { resource: 'Profile', access: 'read' },
      { resource: 'Accounts', access: 'write' },
    ],
  ],
  [['openid'], [{ resource: 'Open ID', access: '' }]],
  [['contacts.self:read'], [{ resource: 'contacts.self', access: 'read' }]],
  [['other:admin'], [{ resource: 'other:admin', access: '' }]],
  [[], []],
])('%j is shown as %j', (scopes, lines) => {
  expect(scopeLines(scopes)).toEqual(lines);
});

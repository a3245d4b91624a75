import { expect, test } from 'vitest';

import { consentLines } from './consent.ts';

test.each([
  [['files:read', 'files:write'], [{ what: 'Files & Folders', access: ['read', 'write'] }]],
  [['rooms:write', 'rooms:read'], [{ what: 'Rooms', access: ['read', 'write'] }]],
  [
    ['accounts.self:read', 'accounts:write'],
    [
      { what: 'Profile', access: ['read'] },
      { what: 'Accounts', access: ['write'] },
    ],
  ],
  [['openid'], [{ what: 'Open ID', access: [] }]],
  [['contacts.self:read'], [{ what: 'contacts.self', access: ['read'] }]],
  [['other:admin'], [{ what: 'other:admin', access: [] }]],
  [['constructor:read'], [{ what: 'constructor', access: ['read'] }]],
  [[], []],
])('%j is shown as %j', (scopes, lines) => {
  expect(consentLines(scopes)).toMatchObject(lines);
  expect(consentLines(scopes).flatMap((line) => line.scopes)).toEqual(scopes);
});

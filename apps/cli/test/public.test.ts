import { json, startServer } from '@docspace-oauth/testing/server';
import { expect, test } from 'vitest';

import { kinds, startPortal } from './portals.ts';
import { runCommand } from './run-command.ts';

const ID = 'c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831';

test.each(kinds)('public needs no key and sends none ($kind)', async ({ options }) => {
  const { mock, settings } = await startPortal(options);
  const { DOCSPACE_URL = '', DOCSPACE_DIALECT = '' } = settings;
  for (const key of [{}, { DOCSPACE_API_KEY: 'sk-0123456789' }]) {
    const { code, out, err } = await runCommand(['public', ID], { DOCSPACE_URL, DOCSPACE_DIALECT, ...key });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('│ Calendar Sync\n');
  }
  expect(mock.requests.length).toBeGreaterThan(0);
  for (const { headers } of mock.requests) {
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['authorization']));
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['x-signature']));
  }
});

test('the scopes are in the words of the consent screen, and unknown ones as they are', async () => {
  const client = {
    client_id: ID,
    name: 'Evil\u001B[2J \u202Eapp',
    scopes: [
      'files:read',
      'files:write',
      'accounts.self:read',
      'contacts:write',
      'openid',
      'rooms:read',
      '__proto__',
    ],
    is_public: false,
  };
  const server = await startServer(() => json(200, client));
  const settings = { DOCSPACE_URL: server.url, DOCSPACE_DIALECT: 'portal' };
  const { out } = await runCommand(['public', ID], settings);
  expect(out).toBe(`│ Evil  app
│
│ asks for access to:
│   Files & Folders  read and write
│   Profile          read
│   contacts         write
│   Open ID
│   Rooms            read
│   __proto__
│
│ Website           -
│ Terms of service  -
│ Privacy policy    -
│ Logo              -
│ Offered to        users of its own portal
`);
  const asJson = JSON.parse((await runCommand(['public', ID, '--json'], settings)).out) as {
    consent: object[];
  };
  expect(asJson.consent[0]).toEqual({
    what: 'Files & Folders',
    access: ['read', 'write'],
    scopes: ['files:read', 'files:write'],
  });
});

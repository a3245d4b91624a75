import { describe, expect, test } from 'vitest';
import { createDocSpaceClient } from '../client.ts';

const baseUrl = 'https://portal.example.com';
const unsent = (): never => {
  throw new Error('something was sent');
};

describe('client ids are checked before anything is sent', () => {
  const docspace = createDocSpaceClient({ baseUrl, dialect: 'guide', fetch: unsent });
  test.each([
    ['', 'empty'],
    ['.', 'another path'],
    ['..', 'another path'],
    ['a/b', 'slash'],
    ['..\\windows', 'slash'],
    ['a\nb', 'control'],
    ['a\u0000', 'control'],
    [' ', 'white space'],
    ['info', 'another path'],
    ['public', 'another path'],
    ['\ud800', 'Unicode'],
    ['x'.repeat(257), '256'],
    [undefined, 'not undefined'],
    [null, 'not null'],
    [7, 'not number'],
    [{ toString: () => 'a' }, 'not object'],
  ])('the id %j is refused', async (id, why) => {
    const expected = { code: 'invalid_input', attempts: 0, message: expect.stringContaining(why) as string };
    for (const method of ['getClient', 'getClientInfo', 'getPublicClientInfo'] as const) {
      await expect(docspace[method](id as string)).rejects.toMatchObject(expected);
    }
    await expect(docspace.getClientsInfo(['fine', id as string])).rejects.toMatchObject(expected);
  });

  test('ids that are not an array are refused', async () => {
    await expect(docspace.getClientsInfo('a' as never)).rejects.toMatchObject({ code: 'invalid_input' });
  });
});

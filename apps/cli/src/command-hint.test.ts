import { createDocSpaceClient, isDocSpaceError, type DocSpaceError } from '@docspace-oauth/api';
import { json, startServer, text } from '@docspace-oauth/testing/server';
import { expect, test } from 'vitest';

import { commandHint } from './command-hint.ts';

/** The error of a client of the portal's dialect that asks for an id. */
async function failure(
  id: string,
  status: number,
  headers: Record<string, string> = {},
): Promise<DocSpaceError> {
  const server = await startServer(({ path }) => {
    if (path.endsWith('/token'))
      return json(200, { response: 'a.b.c', count: 1, status: 0, statusCode: 200 });
    return status === 400 ? json(400, { title: 'No' }) : text(status, '', headers);
  });
  const docspace = createDocSpaceClient({
    baseUrl: server.url,
    apiKey: 'sk-1',
    dialect: 'portal',
    timeoutMs: 1000,
  });
  const error: unknown = await docspace.getClient(id).catch((thrown: unknown) => thrown);
  if (!isDocSpaceError(error)) throw new Error('The call did not fail.');
  return error;
}

test.each([
  { id: 'some-id', status: 404, hint: 'docspace-oauth list lists the ids.' },
  { id: 'a/b', status: 404, hint: 'docspace-oauth list lists the ids.' },
  {
    id: 'feed0000',
    status: 404,
    hint: 'Portals find a client whose id begins with feed in lists only: use docspace-oauth list --ids FILE.',
  },
  { id: 'some-id', status: 400, hint: undefined },
  {
    id: 'some-id',
    status: 429,
    headers: { 'retry-after': '20' },
    hint: 'Try again in 20 seconds, and run fewer programs with this key at once.',
  },
])('$status for $id: $hint', async ({ id, status, headers, hint }) => {
  expect(commandHint(await failure(id, status, headers))).toBe(hint);
});

test('an address with http is answered with https', () => {
  let hint: string | undefined;
  try {
    createDocSpaceClient({ baseUrl: 'http://portal.example.com', apiKey: 'sk-1' });
  } catch (error) {
    if (isDocSpaceError(error)) hint = commandHint(error);
  }
  expect(hint).toBe('Use https:.');
});

import { expect, test } from 'vitest';
import { createDocSpaceClient } from '../src/index.ts';
import { json, startServer } from '@docspace-oauth/testing/server';

test('in this run, DocSpace clients use nodeFetch', async () => {
  const server = await startServer(() => json(200, []));
  await createDocSpaceClient({ baseUrl: server.url, dialect: 'guide' }).getClients();
  // The platform's fetch sends it.
  expect(server.requests[0]?.headers).not.toHaveProperty('sec-fetch-mode');
});

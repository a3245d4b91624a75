import { expect, test } from 'vitest';

import { documentPath, readDocument } from '../documents.ts';
import { createStore, type JsonObject, type Store } from '../store/index.ts';
import { createPipeline, type IncomingCall } from './pipeline.ts';

const call: IncomingCall = {
  method: 'GET',
  path: '/api/2.0/clients',
  query: new URLSearchParams(),
  headers: { authorization: 'Bearer admin-1' },
};

test.each([
  { wrong: 'body', change: { body: { response: [{ client_id: 1 }] } }, pointer: '/response/body' },
  { wrong: 'media type', change: { headers: { 'content-type': 'text/html' } }, pointer: '/response' },
  { wrong: 'status', change: { status: 418 }, pointer: '/response' },
])('an answer with a $wrong that the contract does not allow is never sent', async ({ change, pointer }) => {
  const document = (await readDocument(documentPath('guide'))) as unknown as JsonObject;
  const honest = createStore({ document, dialect: 'guide', issuer: () => 'http://127.0.0.1' });
  const store: Store = { ...honest, respond: (...args) => ({ ...honest.respond(...args), ...change }) };
  const { answer, violations } = await (await createPipeline(document, store, 'guide')).handle(call);
  expect(answer.status).toBe(500);
  expect(answer.body).toHaveProperty('title', 'The answer of the mock breaks the contract');
  expect(violations[0]?.pointer.slice(0, pointer.length)).toBe(pointer);
});

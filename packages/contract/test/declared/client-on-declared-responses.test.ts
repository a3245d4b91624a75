import type { ClientsInfo } from '@docspace-oauth/api';
import { startMock } from '@docspace-oauth/mock';
import type { Dialect } from '@docspace-oauth/openapi';
import { dialects } from '@docspace-oauth/openapi';
import { readDocument } from '@docspace-oauth/openapi/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPrism } from '../../src/prism.ts';
import { callClient, codeOf, expectedResult, itemsOf } from './client-call.ts';
import type { DeclaredResponse } from './declared-response.ts';
import { declaredResponsesOf } from './declared-response.ts';
import { preferenceOf } from './prefer.ts';

const documents = { guide: await readDocument('guide'), portal: await readDocument('portal') };
const servers: Record<string, (dialect: Dialect) => Promise<{ url: string; close(): Promise<void> }>> = {
  'plain Prism': (dialect) => startPrism(documents[dialect]),
  'the mock': (dialect) => startMock({ dialect }),
};
const combinations = Object.entries(servers).flatMap(([name, start]) =>
  dialects.map((dialect) => [name, dialect, start] as const),
);

function title({ operationId, status, mediaType, example }: DeclaredResponse): string {
  return `${operationId} ${status} ${mediaType ?? 'without a body'} ${example ?? ''}`.trim();
}

// That a server sends the response is what a case checks; this is about what a user of the typed client gets of it.
describe.each(combinations)('the typed client on %s of the %s', (_name, dialect, start) => {
  const declared = declaredResponsesOf(dialect, documents[dialect]).map((one) => [title(one), one] as const);
  let server: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    server = await start(dialect);
  });
  afterAll(() => server.close());

  test.each(declared)('understands %s', async (_title, one) => {
    const { operationId, status, value } = one;
    const call = callClient(one, server.url, preferenceOf(one));
    if (status !== 200) {
      const error = { name: 'DocSpaceError', code: codeOf(one), status, operationId };
      await expect(call).rejects.toMatchObject(error);
      return;
    }
    const result = await call;
    if (operationId === 'generateJwtToken') {
      expect(result).toBe('portal');
    } else if (operationId === 'getClientsInfo') {
      const { found, missing } = result as ClientsInfo;
      const items = itemsOf(value);
      for (const item of items) expect(found).toContainEqual(item);
      expect(missing.length + found.length).toBe(items.length + 4);
    } else {
      expect(result).toEqual(expectedResult(one));
    }
  });
});

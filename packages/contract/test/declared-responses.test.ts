import type { ClientsInfo } from '@docspace-oauth/api';
import { dialects } from '@docspace-oauth/openapi';
import { compileChecks, readDocument } from '@docspace-oauth/openapi/node';
import { afterAll, beforeAll, describe, expect, onTestFailed, test } from 'vitest';
import type { Case } from '../src/cases.ts';
import { casesOf } from '../src/cases.ts';
import { createCensus } from '../src/census.ts';
import { preferenceOf } from '../src/prefer.ts';
import { createAsk } from './ask.ts';
import { callClient, codeOf, expectedResult, itemsOf } from './client-call.ts';
import type { ServerUnderTest } from './servers.ts';
import { servers } from './servers.ts';

const documents = { guide: await readDocument('guide'), portal: await readDocument('portal') };

function title({ operationId, status, mediaType, example }: Case): string {
  return `${operationId} ${status} ${mediaType ?? 'without a body'} ${example ?? ''}`.trim();
}

describe.each(Object.entries(servers))('%s', (_name, start) => {
  const census = createCensus(documents);

  describe.each(dialects)('serves the declared responses of the %s dialect', (dialect) => {
    const document = documents[dialect];
    const cases = casesOf(dialect, document).map((one) => [title(one), one] as const);
    const checks = compileChecks(document);
    let server: ServerUnderTest;

    beforeAll(async () => {
      server = await start(dialect);
    });
    afterAll(() => server.close());
    const showLogOnFailure = (): void => onTestFailed(() => console.error(server.log().slice(-4000)));

    test.each(cases)('%s', async (_title, one) => {
      showLogOnFailure();
      const ask = createAsk(dialect, server.url);
      const received = await ask(one.request, preferenceOf(one));
      // An empty body beside others is declared as text of length 0, since a mock is asked for a media type. A portal, and
      // our mock, name no media type for it.
      const mediaType = one.value === '' ? (received.mediaType ?? one.mediaType) : received.mediaType;
      expect({ ...received, mediaType }).toEqual({
        status: one.status,
        mediaType: one.mediaType,
        body: one.value,
      });
      const { status, body } = received;
      if (mediaType !== undefined) {
        expect(checks.body(one.operationId, status, mediaType, body)).toEqual([]);
      }
      census.record({ dialect, operationId: one.operationId, status, mediaType });
    });

    test.each(cases)('%s, as the typed client understands it', async (_title, one) => {
      showLogOnFailure();
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

  test('every response that the contract declares was received', () => {
    console.log(census.table());
    expect(census.missing()).toEqual([]);
  });
});

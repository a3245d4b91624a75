import type { ClientsInfo } from '@docspace-oauth/api';
import type { PrismProcess } from '@docspace-oauth/mock';
import { documentPath, startPrism } from '@docspace-oauth/mock';
import { afterAll, beforeAll, describe, expect, onTestFailed, test } from 'vitest';
import { breaksOf } from '../src/breaks.ts';
import { casesOf, parametersOf, targetOf } from '../src/cases.ts';
import type { Case } from '../src/cases.ts';
import { createCensus } from '../src/census.ts';
import { readDocument } from '../src/document.ts';
import { createSchemaCheck } from '../src/schemas.ts';
import { callClient, codeOf, expectedResult } from './client-call.ts';

const dialects = ['guide', 'portal'] as const;
const documents = { guide: readDocument('guide'), portal: readDocument('portal') };
const allCases = dialects.flatMap((dialect) => casesOf(dialect, documents[dialect]));
const census = createCensus(allCases);
const credentials = {
  guide: { authorization: 'Bearer contract-test-key' },
  portal: { 'x-signature': 'contract.test.signature', authorization: 'Bearer contract-test-key' },
};

function title({ operationId, status, mediaType, example }: Case): string {
  return `${operationId} ${status} ${mediaType ?? 'no body'} ${example ?? ''}`;
}

describe.each(dialects)('%s', (dialect) => {
  const document = documents[dialect];
  const cases = casesOf(dialect, document);
  const check = createSchemaCheck(dialect, document);
  let prism: PrismProcess;

  beforeAll(async () => {
    prism = await startPrism({ document: documentPath(dialect) });
  });
  afterAll(async () => {
    await prism.close();
  });
  const showLogOnFailure = (): void => onTestFailed(() => console.error(prism.log().slice(-4000)));
  const get = (target: string, headers: Record<string, string> = credentials[dialect]): Promise<Response> =>
    fetch(prism.url + target, { headers });

  describe('each declared answer', () => {
    test.each(cases.map((one) => [title(one), one] as const))('%s', async (_, one) => {
      showLogOnFailure();
      const response = await get(one.target, {
        ...(one.authenticated ? credentials[dialect] : {}),
        prefer: `code=${one.status}${one.example ? `, example=${one.example}` : ''}`,
        accept: one.mediaType ?? '*/*',
      });
      const body = await response.text();
      expect(response.status).toBe(one.status);
      if (one.schema) {
        const value: unknown = one.mediaType?.endsWith('json') ? JSON.parse(body) : body;
        expect(response.headers.get('content-type')).toContain(one.mediaType);
        expect(value).toEqual(one.value);
        expect(check(one.schema, value)).toBeUndefined();
      } else {
        expect(body).toBe('');
      }
      census.record(one);
    });

    test.each(cases.map((one) => [title(one), one] as const))(
      '%s, as the typed client sees it',
      async (_, one) => {
        showLogOnFailure();
        const call = callClient(one, prism.url);
        if (one.status !== 200) {
          const { status, operationId } = one;
          await expect(call).rejects.toMatchObject({
            name: 'DocSpaceError',
            code: codeOf(status),
            status,
            operationId,
          });
          return;
        }
        const result = await call;
        if (one.operationId === 'generateJwtToken') {
          expect(result).toHaveProperty('clients');
        } else if (one.operationId === 'getClientsInfo') {
          const { found, missing } = result as ClientsInfo;
          const items = expectedResultItems(one);
          for (const item of items) expect(found).toContainEqual(item);
          expect(missing.length + found.length).toBe(items.length + 4);
        } else {
          expect(result).toEqual(expectedResult(one));
        }
      },
    );
  });

  describe('credentials', () => {
    test.each(
      Object.entries(document.paths).map(
        ([path, { get: operation }]) => [operation.operationId, path, operation] as const,
      ),
    )('%s without one', async (_, path, operation) => {
      showLogOnFailure();
      const response = await get(targetOf(document, path, operation), {});
      expect(response.status).toBe(operation.security.length > 0 ? 401 : 200);
    });
  });

  describe('parameters', () => {
    const broken = Object.entries(document.paths).flatMap(([path, { get: operation }]) =>
      parametersOf(document, operation).flatMap((parameter) =>
        breaksOf(parameter).map(({ constraint, value }) => {
          const target = targetOf(document, path, operation, { [parameter.name]: value });
          return [`${operation.operationId}: ${parameter.name} breaks ${constraint}`, target] as const;
        }),
      ),
    );

    test('there are some', () => expect(broken.length).toBeGreaterThan(5));

    test.each(broken)('%s', async (_, target) => {
      showLogOnFailure();
      const response = await get(target);
      expect({ target, status: response.status }).toEqual({ target, status: 400 });
    });

    test('/clients/info is never taken for {id}', async () => {
      showLogOnFailure();
      const path = '/api/2.0/clients/info';
      const operation = document.paths[path]?.get;
      expect(operation?.operationId).toBe('getClientsInfo');
      if (!operation) return;
      const response = await get(targetOf(document, path, operation));
      const several = cases.find(
        ({ operationId, status }) => operationId === 'getClientsInfo' && status === 200,
      );
      expect(await response.json()).toEqual(several?.value);
      // As {id} it would need no parameter.
      expect((await get(path)).status).toBe(400);
    });
  });
});

test('every declared operation x status was exercised', () => {
  console.log(census.table());
  expect(census.missing()).toEqual([]);
});

function expectedResultItems(one: Case): unknown[] {
  const inner = (one.value as { response?: unknown; data?: unknown }).response ?? one.value;
  const items = Array.isArray(inner) ? inner : (inner as { data: unknown[] }).data;
  return items as unknown[];
}

import type { ClientsInfo } from '@docspace-oauth/api';
import { afterAll, beforeAll, describe, expect, onTestFailed, test } from 'vitest';
import { breaksOf } from '../src/breaks.ts';
import { casesOf, parametersOf, targetOf } from '../src/cases.ts';
import type { Case } from '../src/cases.ts';
import { createCensus } from '../src/census.ts';
import { readDocument } from '../src/document.ts';
import { createSchemaCheck } from '../src/schemas.ts';
import { callClient, codeOf, expectedResult, itemsOf } from './client-call.ts';
import type { ServerUnderTest } from './servers.ts';
import { servers } from './servers.ts';

const dialects = ['guide', 'portal'] as const;
const documents = { guide: readDocument('guide'), portal: readDocument('portal') };
const allCases = dialects.flatMap((dialect) => casesOf(dialect, documents[dialect]));
const censuses = new Map(Object.keys(servers).map((name) => [name, createCensus(allCases)]));
const combinations = Object.entries(servers).flatMap(([name, start]) =>
  dialects.map((dialect) => [name, dialect, start] as const),
);

function title({ operationId, status, mediaType, example }: Case): string {
  return `${operationId} ${status} ${mediaType ?? 'no body'} ${example ?? ''}`;
}

describe.each(combinations)('%s, %s', (name, dialect, start) => {
  const document = documents[dialect];
  const cases = casesOf(dialect, document);
  const check = createSchemaCheck(dialect, document);
  let server: ServerUnderTest;

  beforeAll(async () => {
    server = await start(dialect);
  });
  afterAll(async () => {
    await server.close();
  });
  const showLogOnFailure = (): void => onTestFailed(() => console.error(server.log().slice(-4000)));
  const get = (target: string, headers: Record<string, string> = server.credential): Promise<Response> =>
    fetch(server.url + target, { headers });

  describe('each declared answer', () => {
    test.each(cases.map((one) => [title(one), one] as const))('%s', async (_, one) => {
      showLogOnFailure();
      const response = await get(one.target, {
        ...(one.authenticated ? server.credential : {}),
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
      censuses.get(name)?.record(one);
    });

    test.each(cases.map((one) => [title(one), one] as const))(
      '%s, as the typed client sees it',
      async (_, one) => {
        showLogOnFailure();
        const call = callClient(one, server.url);
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
          expect(result).toBe('portal');
        } else if (one.operationId === 'getClientsInfo') {
          const { found, missing } = result as ClientsInfo;
          const items = itemsOf(one.value);
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
      const secured = operation.security.length > 0;
      expect(response.status).toBe(secured ? server.anonymous(operation.operationId) : 200);
    });
  });

  describe('parameters', () => {
    const broken = Object.entries(document.paths).flatMap(([path, { get: operation }]) =>
      parametersOf(document, operation).flatMap((parameter) =>
        breaksOf(parameter).map(({ constraint, value }) => {
          const target = targetOf(document, path, operation, { [parameter.name]: value });
          return [
            `${operation.operationId}: ${parameter.name} breaks ${constraint}`,
            target,
            constraint,
            parameter.in,
          ] as const;
        }),
      ),
    );

    test('there are some', () => expect(broken.length).toBeGreaterThan(5));

    test.each(broken)('%s', async (_, target, constraint, place) => {
      showLogOnFailure();
      const response = await get(target);
      // An id that is none is refused everywhere.
      const status = place === 'path' ? 400 : server.refusal(constraint);
      expect({ target, status: response.status }).toEqual({ target, status });
    });

    test('/clients/info is never taken for {id}', async () => {
      showLogOnFailure();
      const path = '/api/2.0/clients/info';
      const operation = document.paths[path]?.get;
      expect(operation?.operationId).toBe('getClientsInfo');
      if (!operation) return;
      const response = await get(targetOf(document, path, operation));
      const schemaOf = (id: string): string =>
        cases.find(({ operationId, status }) => operationId === id && status === 200)?.schema ?? '';
      const body: unknown = await response.json();
      expect(check(schemaOf('getClientsInfo'), body)).toBeUndefined();
      expect(check(schemaOf('getClient'), body)).toBeDefined();
      // As {id} it would need no parameter.
      expect((await get(path)).status).toBe(400);
    });
  });
});

test.each([...censuses])('%s: every declared operation x status was exercised', (name, census) => {
  console.log(`${name}\n${census.table()}`);
  expect(census.missing()).toEqual([]);
});

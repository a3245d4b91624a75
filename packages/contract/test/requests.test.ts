import type { ContractOperation } from '@docspace-oauth/openapi';
import { dialects, operationsOf } from '@docspace-oauth/openapi';
import { compileChecks, readDocument } from '@docspace-oauth/openapi/node';
import { afterAll, beforeAll, describe, expect, onTestFailed, test } from 'vitest';
import { brokenValues } from '../src/broken-parameters.ts';
import { requestFor, targetOf } from '../src/request.ts';
import { createAsk } from './ask.ts';
import type { ServerUnderTest } from './servers.ts';
import { servers } from './servers.ts';

const documents = { guide: await readDocument('guide'), portal: await readDocument('portal') };
const combinations = Object.entries(servers).flatMap(([name, start]) =>
  dialects.map((dialect) => [name, dialect, start] as const),
);

describe.each(combinations)('%s of the %s dialect', (_name, dialect, start) => {
  const document = documents[dialect];
  const operations = operationsOf(document);
  let server: ServerUnderTest;

  beforeAll(async () => {
    server = await start(dialect);
  });
  afterAll(() => server.close());
  const showLogOnFailure = (): void => onTestFailed(() => console.error(server.log().slice(-4000)));

  test.each(operations.map((operation) => [operation.operationId, operation] as const))(
    '%s without a credential is refused, if it needs one',
    async (operationId, operation) => {
      showLogOnFailure();
      const { status } = await fetch(server.url + targetOf(requestFor(document, operation)));
      expect(status).toBe(operation.secured ? server.unauthorized(operationId) : 200);
    },
  );

  const broken = operations.flatMap((operation) =>
    operation.parameters.flatMap((parameter) =>
      brokenValues(parameter).map(({ constraint, value }) => {
        const { name, in: place } = parameter;
        const request = requestFor(document, operation, { [name]: value });
        return [operation.operationId, name, constraint, place, request] as const;
      }),
    ),
  );

  test('the contract has constraints to break', () => expect(broken.length).toBeGreaterThan(5));

  test.each(broken)(
    '%s refuses a value of %s that breaks %s',
    async (_operationId, _parameter, constraint, place, request) => {
      showLogOnFailure();
      const { status } = await createAsk(dialect, server.url)(request);
      // A malformed id is refused by each server and dialect.
      expect(status).toBe(place === 'path' ? 400 : server.refusal(constraint));
    },
  );

  test('/clients/info is never taken for {id}', async () => {
    showLogOnFailure();
    const path = '/api/2.0/clients/info';
    const operation = operations.find((one): one is ContractOperation => one.path === path);
    if (operation?.operationId !== 'getClientsInfo') throw new TypeError(`${path} is not getClientsInfo.`);
    const ask = createAsk(dialect, server.url);
    const { body } = await ask(requestFor(document, operation));
    const checks = compileChecks(document);
    expect(checks.body('getClientsInfo', 200, 'application/json', body)).toEqual([]);
    expect(checks.body('getClient', 200, 'application/json', body)).not.toEqual([]);
    // As {id} it would need no parameter.
    const { status } = await ask({ operationId: 'getClientsInfo', path, params: { path: {}, query: {} } });
    expect(status).toBe(400);
  });
});

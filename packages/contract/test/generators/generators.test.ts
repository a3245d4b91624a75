import type { Dialect, OpenApiDocument } from '@docspace-oauth/openapi';
import { operationsOf } from '@docspace-oauth/openapi';
import { readDocument } from '@docspace-oauth/openapi/node';
import { startMock } from '@docspace-oauth/mock';
import { describe, expect, onTestFinished, test } from 'vitest';
import { plantedDocuments, typeFaults, valueFault } from './faults.ts';
import type { Bodies } from './five-calls.ts';
import { callGuide, callPortal } from './five-calls.ts';
import { generators } from './generators.ts';
import type { Schemas, Server } from './calls.ts';
import type { GeneratorName, Sandbox } from './sandbox.ts';
import { createSandbox } from './sandbox.ts';

const names = Object.keys(generators) as GeneratorName[];
const withSchemas: GeneratorName[] = ['hey-api', 'orval'];
const documents = { guide: await readDocument('guide'), portal: await readDocument('portal') };

async function sandbox(
  name: GeneratorName,
  from: Record<Dialect, OpenApiDocument> = documents,
): Promise<Sandbox> {
  const created = await createSandbox(name, from);
  onTestFinished(() => created.remove());
  return created;
}

async function server(dialect: Dialect): Promise<Server & { operations(): (string | undefined)[] }> {
  const mock = await startMock({ dialect });
  onTestFinished(() => mock.close());
  return {
    url: mock.url,
    apiKey: 'admin-1',
    operations() {
      for (const request of mock.requests) expect(request).toMatchObject({ status: 200, violations: [] });
      return mock.requests.map(({ operationId }) => operationId);
    },
  };
}

const operationIds = (dialect: Dialect): Set<string> =>
  new Set(operationsOf(documents[dialect]).map(({ operationId }) => operationId));

async function fetchToken({ url, apiKey }: Server): Promise<unknown> {
  const headers = { authorization: `Bearer ${apiKey}` };
  return (await fetch(`${url}/api/2.0/security/oauth2/token`, { headers })).json();
}

/** A schema takes away what it does not know, so an equal result says that it knows everything, too. */
function expectBodiesToMatch(schemas: Schemas | undefined, bodies: Bodies): void {
  expect(new Set(Object.keys(bodies))).toEqual(new Set(Object.keys(schemas ?? {})));
  for (const [operationId, received] of Object.entries(bodies)) {
    for (const body of received) expect(schemas?.[operationId]?.parse(body)).toEqual(body);
  }
}

describe.each(names)('the clients that %s generates', (name) => {
  test('compile, and make the calls of both dialects', async () => {
    const generated = await sandbox(name);
    expect(await generated.compile()).toBe('');
    const { guide, portal, schemas } = await generated.load();

    const guideServer = await server('guide');
    const guideBodies = await callGuide(await guide(guideServer));
    expect(new Set(guideServer.operations())).toEqual(operationIds('guide'));

    const portalServer = await server('portal');
    const portalBodies = await callPortal(await portal(portalServer));
    expect(new Set(portalServer.operations())).toEqual(operationIds('portal'));

    expect(schemas !== undefined).toBe(withSchemas.includes(name));
    if (!schemas) return;
    expectBodiesToMatch(schemas.guide, guideBodies);
    const generateJwtToken = [await fetchToken(portalServer)];
    expectBodiesToMatch(schemas.portal, { ...portalBodies, generateJwtToken });
  });
});

test.each(typeFaults)('$title: the client that $generator generates does not compile', async (fault) => {
  const generated = await sandbox(fault.generator, await plantedDocuments(fault));
  expect(await generated.compile()).toMatch(fault.message);
});

test.each(withSchemas)(
  `${valueFault.title}: the schemas that %s generates refuse the bodies`,
  async (name) => {
    const generated = await sandbox(name, await plantedDocuments(valueFault));
    expect(await generated.compile()).toBe('');
    const { guide, schemas } = await generated.load();
    const bodies = await callGuide(await guide(await server('guide')));
    expect(() => expectBodiesToMatch(schemas?.guide, bodies)).toThrow(/too_big/u);
  },
);

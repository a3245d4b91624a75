import type { OpenApiDocument } from '@docspace-oauth/openapi';
import guideDocument from '@docspace-oauth/openapi/guide.json' with { type: 'json' };
import portalDocument from '@docspace-oauth/openapi/portal.json' with { type: 'json' };
import { expect, test } from 'vitest';

import { factsOf } from '../../../build/contract-facts.ts';
import { differencesOf, type Difference } from './differences.ts';

const guide = factsOf(guideDocument as unknown as OpenApiDocument);
const portal = factsOf(portalDocument as unknown as OpenApiDocument);

function differences(operationId: string): Difference[] {
  const [a, b] = [guide.operations[operationId], portal.operations[operationId]];
  if (!a || !b) throw new Error(`One of the contracts has no ${operationId}`);
  return differencesOf(a, b);
}

test('both contracts have the five operations, each with the fields of its record', () => {
  for (const { operations } of [guide, portal]) {
    const five = ['getClient', 'getClientInfo', 'getClients', 'getClientsInfo', 'getPublicClientInfo'];
    expect(Object.keys(operations)).toEqual(expect.arrayContaining(five));
    for (const operation of five) expect(operations[operation]?.fields).toContain('client_id');
  }
});

test('every field has a description', () => {
  for (const { fields } of [guide, portal]) {
    expect(Object.entries(fields).filter(([, text]) => text === '')).toEqual([]);
  }
});

test('step 2: a portal gives the secret, the guide does not', () => {
  const own = differences('getClient').find(({ what }) => what === 'Fields of its own');
  expect(own?.portal).toContain('client_secret');
  expect(own?.guide).toBe('id');
});

test('step 4: the paths and the credentials differ', () => {
  expect(differences('getPublicClientInfo')).toEqual(
    expect.arrayContaining([
      {
        what: 'Path',
        guide: '/api/2.0/clients/public/{id}/info',
        portal: '/api/2.0/clients/{id}/public/info',
      },
    ]),
  );
});

test('what is the same is not listed', () => {
  const facts = guide.operations['getClient'];
  if (!facts) throw new Error('The contract has no getClient');
  expect(differencesOf(facts, facts)).toEqual([]);
});

import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';

import { bundledContract } from './bundled-contract.ts';
import { readOperations } from './contract.ts';
import { generateClients } from './generate.ts';
import { seedFrom } from './seed.ts';
import { createStore } from './store.ts';

const operations = readOperations(bundledContract('portal').document);
const examples = seedFrom(operations.values()).clients;

test('the examples of all operations become one record for each client', () => {
  expect(examples).toHaveLength(7);
  for (const { id, record, listed } of examples) {
    expect(record['client_id']).toBe(id);
    expect(record).toHaveProperty('redirect_uris');
    expect(record['client_secret']).toHaveLength(36);
    expect(Object.keys(listed)).toEqual(['client_secret']);
  }
});

test('generated clients differ in id, date, secret and name, and are the same for the same seed', () => {
  const clients = generateClients(examples, 2000, 3);
  for (const field of ['client_id', 'created_on', 'client_secret', 'name']) {
    expect(new Set(clients.map(({ record }) => record[field])).size).toBe(2000);
  }
  expect(generateClients(examples, 2000, 3)).toEqual(clients);
  expect(generateClients(examples, 2000, 4)[0]?.id).not.toBe(clients[0]?.id);
  // Fewer are the beginning of more.
  expect(generateClients(examples, 10, 3)).toEqual(clients.slice(0, 10));
});

test('ten thousand generated clients have ten thousand ids', () => {
  const ids = generateClients(examples, 10_000, 1).map(({ id }) => id);
  expect(new Set(ids).size).toBe(10_000);
});

test.each(['guide', 'portal'] as const)('every generated client is valid in the %s dialect', (dialect) => {
  const { document } = bundledContract(dialect);
  const store = createStore(readOperations(document).values());
  store.setClients({ kind: 'examples', more: 700, seed: 9 });
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  ajv.addSchema(document, 'bundle');
  for (const [operationId, schema] of [
    ['getClient', 'OAuthClient'],
    ['getClientInfo', 'ClientInfo'],
    ['getPublicClientInfo', 'PublicClientInfo'],
  ] as const) {
    const validate = ajv.compile({ $ref: `bundle#/components/schemas/${schema}` });
    for (const client of store.clients.all()) {
      validate(store.clients.shown(client, operationId, false));
      expect(validate.errors).toBeNull();
    }
  }
});

import { describe, expect, test } from 'vitest';
import { dialects } from '../src/dialects.ts';
import { createAjv } from '../src/node/schemas.ts';
import { clientsIn, examplesOf, readBundle, resolve } from './bundles.ts';
import type { ClientRecord, NamedExample } from './bundles.ts';

const guide = readBundle('guide');
const portal = readBundle('portal');
const bundles = { guide, portal };
const examples = { guide: examplesOf(guide), portal: examplesOf(portal) };

const of = (dialect: 'guide' | 'portal', operationId: string, name?: string): NamedExample[] =>
  examples[dialect].filter(
    (example) =>
      example.operationId === operationId &&
      example.status === '200' &&
      (name === undefined || example.name === name),
  );
const clientsOf = (dialect: 'guide' | 'portal', operationId: string, name?: string): ClientRecord[] =>
  of(dialect, operationId, name).flatMap(({ value }) => clientsIn(value));

test('the guide has the five operations, the portal the token endpoint as well', () => {
  const idsOf = ({ paths }: typeof guide): [string, string][] =>
    Object.entries(paths).map(([path, { get }]) => [get.operationId, path]);
  expect(Object.fromEntries(idsOf(guide))).toEqual({
    getClients: '/api/2.0/clients',
    getClient: '/api/2.0/clients/{id}',
    getClientInfo: '/api/2.0/clients/{id}/info',
    getPublicClientInfo: '/api/2.0/clients/public/{id}/info',
    getClientsInfo: '/api/2.0/clients/info',
  });
  expect(Object.fromEntries(idsOf(portal))).toEqual({
    getClients: '/api/2.0/clients',
    getClient: '/api/2.0/clients/{id}',
    getClientInfo: '/api/2.0/clients/{id}/info',
    getPublicClientInfo: '/api/2.0/clients/{id}/public/info',
    getClientsInfo: '/api/2.0/clients/info',
    generateJwtToken: '/api/2.0/security/oauth2/token',
  });
});

describe.each(dialects)('%s', (dialect) => {
  test('nothing but public information goes without a credential', () => {
    const open = Object.values(bundles[dialect].paths).filter(({ get }) => get.security.length === 0);
    expect(open.map(({ get }) => get.operationId)).toEqual(['getPublicClientInfo']);
  });

  test('no component had to be renamed, as two of one name would be', () => {
    const names = Object.values(bundles[dialect].components).flatMap((group) => Object.keys(group));
    expect(names.filter((name) => /-\d+$/.test(name))).toEqual([]);
  });

  const ajv = createAjv({ allErrors: true });
  ajv.addSchema({ ...bundles[dialect], $id: dialect });
  const localised = (schema: object): object =>
    JSON.parse(JSON.stringify(schema).replaceAll('"#/components', `"${dialect}#/components`)) as object;

  test.each(examples[dialect])(
    '$operationId $status $mediaType $name matches its schema',
    ({ schema, value }) => {
      const validate = ajv.compile(localised(schema));
      validate(value);
      expect(validate.errors).toBeNull();
    },
  );

  test('a public record may have unknown fields, but no confidential one', () => {
    const [example] = of(dialect, 'getPublicClientInfo', 'calendar-sync');
    const [client] = clientsIn(example?.value);
    const validate = ajv.compile({ $ref: `${dialect}#/components/schemas/PublicClientInfo` });
    expect(validate(client)).toBe(true);
    const confidential = [
      'client_secret',
      'tenant',
      'redirect_uris',
      'allowed_origins',
      'logout_redirect_uris',
    ];
    expect(confidential.filter((field) => validate({ ...client, [field]: 'x' }))).toEqual([]);
    expect(validate({ ...client, name: undefined })).toBe(false);
    expect(validate({ ...client, something_new: 1 })).toBe(true);
  });

  test('the list is in order: created_on descending, microseconds and offsets counted', () => {
    const moments = clientsOf(dialect, 'getClients', 'several').map(({ created_on }) => {
      const [, fraction = ''] = /\.(\d+)/.exec(created_on) ?? [];
      return Math.floor(Date.parse(created_on) / 1000) * 1e6 + Number(fraction.padEnd(6, '0').slice(0, 6));
    });
    expect(moments).toHaveLength(7);
    expect(moments).toEqual([...new Set(moments)].toSorted((a, b) => b - a));
  });

  test('every client of the list has an example of each single read', () => {
    for (const { client_id } of clientsOf(dialect, 'getClients', 'several')) {
      for (const operationId of ['getClient', 'getClientInfo', 'getPublicClientInfo']) {
        expect(clientsOf(dialect, operationId).map((client) => client.client_id)).toContain(client_id);
      }
    }
  });
});

test('a field of a client is the same in every operation of both dialects, its secret aside', () => {
  const values = new Map<string, Set<string>>();
  const records = dialects.flatMap((dialect) => examples[dialect]).flatMap(({ value }) => clientsIn(value));
  for (const { client_id, client_secret: _, ...fields } of records) {
    for (const [field, value] of Object.entries(fields)) {
      const key = `${client_id} ${field}`;
      values.set(key, (values.get(key) ?? new Set()).add(JSON.stringify(value)));
    }
  }
  expect([...values].filter(([, seen]) => seen.size > 1)).toEqual([]);
  expect([...values.keys()].filter((key) => key.endsWith(' name'))).toHaveLength(7);
});

test.each(['getClients', 'getClientsInfo'])(
  'the three pages of %s make up its list, each cursor its last item',
  (id) => {
    const names = ['first', 'middle', 'last'];
    expect(names.flatMap((name) => clientsOf('portal', id, name))).toEqual(
      clientsOf('portal', id, 'several'),
    );
    for (const name of names) {
      const last = name === 'last' ? undefined : clientsOf('portal', id, name).at(-1);
      expect(of('portal', id, name)[0]?.value).toMatchObject({
        limit: 3,
        last_client_id: last?.client_id ?? null,
        last_created_on: last?.created_on ?? null,
      });
    }
  },
);

test('secrets stand where they do in each dialect, and nowhere else', () => {
  const lengths = (dialect: 'guide' | 'portal', operationId: string): unknown[] => [
    ...new Set(
      clientsOf(dialect, operationId).map(
        ({ client_secret: secret }) => (secret as string | undefined)?.length,
      ),
    ),
  ];
  expect(lengths('guide', 'getClients')).toEqual([undefined]);
  expect(lengths('guide', 'getClient')).toEqual([undefined]);
  expect(lengths('guide', 'getClientInfo')).toEqual([36]);
  expect(lengths('guide', 'getClientsInfo')).toEqual([36]);
  expect(lengths('guide', 'getPublicClientInfo')).toEqual([undefined]);
  expect(lengths('portal', 'getClients')).toEqual([108]);
  expect(lengths('portal', 'getClient')).toEqual([36]);
  expect(lengths('portal', 'getClientInfo')).toEqual([undefined]);
  expect(lengths('portal', 'getClientsInfo')).toEqual([undefined]);
  expect(lengths('portal', 'getPublicClientInfo')).toEqual([undefined]);
});

test("a portal's record may have null or the text null for a missing value, and dates of 0 to 9 digits", () => {
  const ajv = createAjv({ allErrors: true });
  ajv.addSchema({ ...portal, $id: 'portal' });
  const record = of('portal', 'getClientInfo', 'calendar-sync')[0];
  const validate = ajv.compile({ $ref: 'portal#/components/schemas/ClientInfo' });
  const valid = (fields: object): boolean => validate({ ...(record?.value as object), ...fields });
  for (const field of ['description', 'website_url', 'terms_url', 'policy_url', 'logo']) {
    expect([field, valid({ [field]: null }), valid({ [field]: 'null' })]).toEqual([field, true, true]);
    expect([field, valid({ [field]: 7 })]).toEqual([field, false]);
  }
  expect(valid({ logo: 'nullify' })).toBe(false);
  for (const fraction of ['', '.3', '.308415', '.308415071']) {
    expect(valid({ created_on: `2026-05-18T09:42:17${fraction}Z` })).toBe(true);
  }
  expect(valid({ created_on: '2026-05-18' })).toBe(false);
});

/** The named examples of an id that lead to no response of that name, or to one of another client. */
function unpairedIds(bundle: typeof guide): string[] {
  const responses = examplesOf(bundle);
  return Object.values(bundle.paths).flatMap(({ get }) =>
    (get.parameters ?? []).flatMap((parameter) => {
      const { name, examples: named = {} } = resolve(bundle, parameter);
      if (name !== 'id') return [];
      return Object.entries(named).flatMap(([slug, example]) => {
        const { value } = resolve(bundle, example);
        const response = responses.find((one) => one.operationId === get.operationId && one.name === slug);
        const [client] = clientsIn(response?.value);
        const paired = response?.status === '404' || (client !== undefined && client.client_id === value);
        return paired ? [] : [`${get.operationId} ${slug}`];
      });
    }),
  );
}

test.each(dialects)('each named example of an id in the %s has the response of that name', (dialect) => {
  const bundle = readBundle(dialect);
  expect(unpairedIds(bundle)).toEqual([]);
  const parameter = bundle.components['parameters']?.['id'] as
    | { examples: Record<string, object> }
    | undefined;
  const named = parameter?.examples ?? {};
  expect(Object.keys(named)).toHaveLength(9);
  Object.assign(named, { 'crm-bridge': named['calendar-sync'], nobody: { value: 'x' } });
  expect(new Set(unpairedIds(bundle).map((pair) => pair.split(' ')[1]))).toEqual(
    new Set(['crm-bridge', 'nobody']),
  );
});

test('the token is sent in a header alone: no second scheme for the cookie, which some tools refuse', () => {
  expect(Object.keys(portal.components['securitySchemes'] ?? {})).toEqual(['apiKey', 'signature']);
});

test('the clients differ in what a caller has to cope with', () => {
  const clients = clientsOf('guide', 'getClients', 'several');
  const kinds = (field: string): Set<unknown> => new Set(clients.map((client) => client[field]));
  expect(kinds('enabled')).toEqual(new Set([true, false]));
  expect(kinds('is_public')).toEqual(new Set([true, false]));
  expect(kinds('description')).toContain(null);
  expect(clients.map((client) => JSON.stringify(client['authentication_methods']))).toContain('["none"]');
  const logos = clients.map(({ logo }) => Buffer.from(String(logo).split(',')[1] ?? '', 'base64'));
  expect(logos.some((logo) => logo.length > 2000 && logo.subarray(1, 4).toString() === 'PNG')).toBe(true);
});

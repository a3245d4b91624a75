import { readFileSync } from 'node:fs';

import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { dialects } from '@docspace-oauth/openapi';
import { documentPath } from '@docspace-oauth/openapi/node';
import { control, started, tokenOf, ZERO_ID } from './started.ts';

/** The parts of a bundle that say what may be answered. */
interface Bundle {
  paths: Record<string, { get: { operationId: string; responses: Record<string, Reference | Declared> } }>;
  components: { responses: Record<string, Declared> };
}
interface Reference {
  $ref: string;
}
interface Declared {
  content?: Record<string, unknown>;
}

/** Says what is wrong with an answer; nothing if the contract allows it. Ajv judges by itself, not by the precompiled checks. */
type Judge = (
  operationId: string,
  status: number,
  contentType: string | null,
  text: string,
) => string | undefined;

function judgeOf(bundle: Bundle): Judge {
  const ajv = new Ajv2020({ strict: false, validateFormats: true });
  addFormats.default(ajv);
  ajv.addSchema(bundle, 'bundle');
  const validators = new Map<string, ValidateFunction>();
  const operations = new Map(
    Object.entries(bundle.paths).map(([path, { get }]) => [get.operationId, { path, get }]),
  );
  return (operationId, status, contentType, text) => {
    const operation = operations.get(operationId);
    const response = operation?.get.responses[status];
    if (!operation || !response) return `${operationId} declares no ${status}`;
    const shared = '$ref' in response ? response.$ref.replace('#/components/responses/', '') : undefined;
    const { content } =
      shared === undefined ? (response as Declared) : (bundle.components.responses[shared] ?? {});
    if (content === undefined) return text === '' ? undefined : `${operationId} ${status} has no body`;
    // The contract says "no body at all" with an empty text beside the other media types.
    const empty = text === '' && 'text/plain' in content;
    const [mediaType = ''] = empty ? ['text/plain'] : (contentType ?? '').split(';');
    if (!(mediaType in content)) return `${operationId} ${status} has no ${contentType}`;
    const at =
      shared === undefined
        ? ['paths', operation.path, 'get', 'responses', String(status)]
        : ['components', 'responses', shared];
    const pointer = [...at, 'content', mediaType, 'schema']
      .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
      .join('/');
    const validate = validators.get(pointer) ?? ajv.compile({ $ref: `bundle#/${pointer}` });
    validators.set(pointer, validate);
    const body: unknown = mediaType.includes('json') ? JSON.parse(text) : text;
    return validate(body) ? undefined : `${operationId} ${status}: ${ajv.errorsText(validate.errors)}`;
  };
}

const KEYS = [
  'admin-1',
  'user-1',
  'user-2',
  'user-99',
  'guest-1',
  'expired-1',
  'restricted-1',
  'limited-2',
  'any',
];
const text = fc.oneof(fc.string({ maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 6 }));

/** What may be done to a mock, in any order. */
type Step =
  | {
      kind: 'call';
      operation: number;
      id: string;
      query: [string, string][];
      credential: string;
      how: string;
      prefer?: string | undefined;
    }
  | { kind: 'scenario'; name: string }
  | { kind: 'more'; more: number }
  | { kind: 'delete'; id: string }
  | { kind: 'reset' };

function steps(ids: string[], prefers: string[]): fc.Arbitrary<Step[]> {
  const id = fc.oneof(fc.constantFrom(...ids), fc.uuid(), text, fc.constant(ZERO_ID));
  const value = fc.oneof(
    fc.constantFrom(
      '0',
      '1',
      '3',
      '50',
      '51',
      'abc',
      '',
      '2026-04-12T07:31:02.664021Z',
      '2025-12-09T01:15:30.048377+08:00',
    ),
    id,
    fc.integer().map(String),
    text,
  );
  const name = fc.constantFrom('limit', 'last_created_on', 'last_client_id', 'ids', 'other');
  const call = fc.record({
    kind: fc.constant('call' as const),
    operation: fc.nat({ max: 5 }),
    id,
    query: fc.array(fc.tuple(name, value), { maxLength: 4 }),
    credential: fc.constantFrom(...KEYS, 'none', 'wrong'),
    how: fc.constantFrom('header', 'cookie'),
    prefer: fc.option(fc.constantFrom(...prefers), { nil: undefined, freq: 6 }),
  });
  return fc.array(
    fc.oneof(
      { weight: 30, arbitrary: call },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('scenario' as const),
          name: fc.constantFrom('normal', 'empty', 'rate-limited', 'live-limits'),
        }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('more' as const), more: fc.nat({ max: 120 }) }) },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('delete' as const), id: fc.constantFrom(...ids) }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('reset' as const) }) },
    ),
    { minLength: 1, maxLength: 25 },
  );
}

test.each(dialects)(
  'the %s dialect answers only what the contract allows, whatever requests come in whatever order',
  async (dialect) => {
    const bundle = JSON.parse(readFileSync(documentPath(dialect), 'utf8')) as Bundle;
    const judge = judgeOf(bundle);
    await using mock = await started({ dialect, clients: 5 });
    const { json } = await control(mock, 'GET', '/clients');
    const ids = (json as { client_id: string }[]).map(({ client_id }) => client_id);
    const paths = Object.entries(bundle.paths);
    const tokens = new Map<string, string>();
    if (dialect === 'portal') {
      for (const key of KEYS.filter((each) => !/^(?:expired|restricted)/u.test(each))) {
        tokens.set(key, await tokenOf(mock, key));
      }
    }
    const headersOf = (
      { credential, how, prefer }: Extract<Step, { kind: 'call' }>,
      exchange: boolean,
    ): Record<string, string> => {
      const headers: Record<string, string> = prefer === undefined ? {} : { prefer };
      if (credential === 'none') return headers;
      if (dialect === 'guide' || exchange) return { ...headers, authorization: `Bearer ${credential}` };
      const token = tokens.get(credential) ?? 'wrong';
      return how === 'cookie'
        ? { ...headers, cookie: `x-signature=${token}` }
        : { ...headers, 'x-signature': token };
    };
    const take = async (step: Step): Promise<void> => {
      if (step.kind === 'scenario') return mock.setScenario(step.name);
      if (step.kind === 'reset') return mock.reset();
      if (step.kind === 'more') return void (await control(mock, 'PUT', '/clients', { more: step.more }));
      if (step.kind === 'delete') return void (await control(mock, 'DELETE', `/clients/${step.id}`));
      const [path, { get }] = paths[step.operation % paths.length] ?? [
        '',
        { get: { operationId: '', responses: {} } },
      ];
      // An empty segment, and one that a URL resolves away, is another path.
      const id = /^\.{0,2}$/u.test(step.id) ? 'x' : encodeURIComponent(step.id);
      const query = new URLSearchParams(step.query);
      const target = `${path.replace('{id}', id)}?${query.toString()}`;
      const response = await fetch(mock.url + target, {
        headers: headersOf(step, get.operationId === 'generateJwtToken'),
      });
      // No sequence may make the mock break its own validation either.
      const complaint = judge(
        get.operationId,
        response.status,
        response.headers.get('content-type'),
        await response.text(),
      );
      expect(complaint && `${target}: ${complaint}`).toBeUndefined();
      const last = mock.requests.at(-1);
      expect(last?.operationId).toBe(get.operationId);
      expect(last?.violations.filter(({ side }) => side === 'response')).toEqual([]);
    };
    const prefers = ['code=200', 'code=429', 'respond-async'];
    await fc.assert(
      fc.asyncProperty(steps(ids, prefers), async (sequence) => {
        await mock.reset();
        for (const step of sequence) await take(step);
      }),
      { numRuns: 100 },
    );
  },
);

test('the judge finds what the contract does not allow', () => {
  const judge = judgeOf(JSON.parse(readFileSync(documentPath('guide'), 'utf8')) as Bundle);
  const problem = JSON.stringify({ title: 'Not Found', status: 404 });
  expect(judge('getClient', 404, 'application/problem+json', problem)).toBeUndefined();
  expect(judge('getClient', 418, 'application/problem+json', problem)).toContain('declares no 418');
  expect(judge('getClient', 404, 'text/html', problem)).toContain('has no text/html');
  expect(judge('getClient', 404, 'application/problem+json', '{"status":"404"}')).toContain(
    "required property 'title'",
  );
  expect(judge('getClient', 200, 'application/json', '{"response":{"client_id":"x"}}')).toContain(
    'getClient 200',
  );
});

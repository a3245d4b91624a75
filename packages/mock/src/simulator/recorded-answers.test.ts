import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';

import { expect, test } from 'vitest';

import { bundledContract } from './bundled-contract.ts';
import { readOperations, type Example } from './contract.ts';
import { isObject, type Json } from './json.ts';
import type { SimulatorResponse } from './response.ts';
import { createSimulator } from './simulator.ts';

/** A request of the recording, and what the mock answered while Prism was part of it. */
interface Recorded {
  readonly name: string;
  readonly operationId: string | null;
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly mock: Summary;
}

/** An answer. Its body is named by the contract's example that it equals. */
interface Summary {
  readonly status?: number;
  readonly type?: string;
  /** `X-Ratelimit-*` and `Retry-After`. */
  readonly rate?: Readonly<Record<string, string>>;
  /** The places of the violations. */
  readonly violations?: readonly string[];
  readonly example?: string;
  /** The path in a problem, where it is not that of the example. */
  readonly instance?: string;
  /** The clients of a list that is no example. */
  readonly ids?: readonly string[];
  /** A problem of the mock's own, whose words do not count. */
  readonly problem?: string;
  readonly json?: Json;
  /** No answer of the API at all, but an exception. */
  readonly crash?: true;
}

const file = new URL('../../test/recordings/guide.jsonl', import.meta.url);
const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
const recorded = lines.map((line) => JSON.parse(line) as Recorded);

/** Where the simulator answers differently on purpose: which requests, what it answers, and why. */
interface Difference {
  readonly why: string;
  readonly applies: (request: Recorded) => boolean;
  readonly answer: (request: Recorded) => Summary;
}

const PROBLEM = 'application/problem+json';
const problem = (status: number): Summary => ({ status, type: PROBLEM, problem: 'own' });
const pathOf = ({ target }: Recorded): string =>
  target.replace(/^http:\/\/[^/]+/u, '').replace(/[?#].*$/u, '');
const unknownClient = (instance: string): Summary => ({
  status: 404,
  type: PROBLEM,
  example: 'unknown-id',
  instance,
});

const differences: readonly Difference[] = [
  {
    why: 'The scheme of an Authorization header may be written in any case (RFC 9110), so it breaks nothing.',
    applies: ({ name, mock }) =>
      name.endsWith('authorization lower-case bearer') && mock.violations !== undefined,
    answer: ({ mock: { status, type, rate, example, ids } }) => ({
      ...(status !== undefined && { status }),
      ...(type !== undefined && { type }),
      ...(rate && { rate }),
      ...(example !== undefined && { example }),
      ...(ids && { ids }),
    }),
  },
  {
    why: 'A status that is preferred is sent whatever the Accept header says: errors are not negotiated.',
    applies: ({ name }) => /accept (?:text\/html|application\/json), prefer code=404$/u.test(name),
    answer: ({ operationId }) => ({
      status: 404,
      type: PROBLEM,
      example: String(operationId).startsWith('getClients') ? 'unknown-route' : 'unknown-id',
    }),
  },
  {
    why: 'An example that a status does not have is a 404, not an exception.',
    applies: ({ name }) => /prefer code=(?:404|200), example=unknown$/u.test(name),
    answer: () => problem(404),
  },
  {
    why: 'A nonsensical Accept header names no media type that is served; it is no exception.',
    applies: ({ name }) => name.endsWith('accept "garbage"'),
    answer: () => problem(406),
  },
  {
    why: 'A path segment that cannot be decoded is the id of no client; it is no exception.',
    applies: ({ name }) => /id "%(?:zz|E0%A4%A)"$/u.test(name),
    answer: (request) => unknownClient(pathOf(request).replaceAll(/%(?![\dA-F]{2})/gu, '%25')),
  },
  {
    why: 'The path in a problem is escaped where it is no URI, so the problem does not break the contract.',
    applies: ({ name }) => name.endsWith('id "a|b"'),
    answer: (request) => unknownClient(pathOf(request).replace('|', '%7C')),
  },
  {
    why: 'A path is compared as it was sent: a segment of dots is not resolved.',
    applies: ({ name }) => /id "(?:\.{1,2}|%2e%2e|%2E)"$/u.test(name),
    answer: (request) => unknownClient(pathOf(request)),
  },
  {
    why: 'A path is compared as it was sent: a segment of dots is not resolved.',
    applies: ({ target }) => target === '/api/2.0/clients/../clients',
    answer: () => problem(404),
  },
  {
    why: 'An id of no characters is there and blank; Prism calls it missing.',
    applies: ({ name }) => /id ""|getClients: a trailing slash/u.test(name),
    answer: ({ mock }) => ({
      ...mock,
      violations: (mock.violations ?? []).map((place) => (place === '/request/path' ? `${place}/id` : place)),
    }),
  },
  {
    why: 'An id of no characters is there and blank; Prism calls it missing.',
    applies: ({ name }) => /query "\?ids=?"$/u.test(name),
    answer: ({ mock }) => ({ ...mock, violations: ['/request/query/ids/0'] }),
  },
  {
    why: 'HEAD is answered as GET, without the body.',
    applies: ({ method, mock }) => method === 'HEAD' && mock.status === 405,
    answer: () => ({ status: 200, type: 'application/json' }),
  },
  {
    why: 'Names of parameters are compared with their case.',
    applies: ({ name }) => name.includes('query "?IDS='),
    answer: ({ mock }) => ({ ...mock, violations: ['/request/query'] }),
  },
];

const contract = bundledContract('guide');
const operations = readOperations(contract.document);

/** What an answer is, in the words of the recording. */
function summaryOf({ operationId }: Recorded, answer: SimulatorResponse): Summary {
  const headers = new Map(answer.headers.map(([name, value]) => [name.toLowerCase(), value]));
  const type = headers.get('content-type');
  const rate = [...headers].filter(([name]) => /^(?:x-ratelimit-.*|retry-after)$/u.test(name));
  const found = headers.get('sl-violations');
  const violations = found && (JSON.parse(found) as { location: string }[]).map(({ location }) => location);
  return {
    status: answer.status,
    ...(type !== undefined && { type }),
    ...(rate.length > 0 && { rate: Object.fromEntries(rate) }),
    ...(violations && { violations }),
    ...bodySummary(operationId, answer),
  };
}

function bodySummary(operationId: string | null, { status, body }: SimulatorResponse): Summary {
  if (body === undefined) return {};
  const json = JSON.parse(body) as Json;
  const examples = operations.get(operationId ?? '')?.responses.get(status)?.examples ?? [];
  const exact = examples.find(({ value }) => isDeepStrictEqual(value, json));
  if (exact) return { example: exact.slug };
  if (!isObject(json)) return { json };
  const { instance } = json;
  const similar = examples.find(({ value }: Example) =>
    isDeepStrictEqual({ ...(value as object), instance }, json),
  );
  if (similar && typeof instance === 'string') return { example: similar.slug, instance };
  const { response } = json;
  if (Array.isArray(response))
    return { ids: response.map((item) => (item as { client_id: string }).client_id) };
  if (json['type'] === undefined && json['title'] !== undefined) return { problem: 'own' };
  // The contract has another address for the meaning of a problem since then.
  const { type: _, ...members } = json;
  return { json: members };
}

/** The words of the mock's own problems are not Prism's. */
function withoutWords({ problem: own, json, ...rest }: Summary): Summary {
  const { type: _, ...members } = isObject(json) ? json : {};
  return {
    ...rest,
    ...(own !== undefined && { problem: 'own' }),
    ...(json !== undefined && { json: isObject(json) ? members : json }),
  };
}

/** A server leaves the body of an answer to HEAD out, and so did the recording. */
function ofHead(summary: Summary, { method }: Recorded): Summary {
  return method === 'HEAD' ? { status: summary.status ?? 0, type: summary.type ?? '' } : summary;
}

test('the recording has every operation, status and example of the contract', () => {
  const names = new Set(recorded.map(({ name }) => name));
  const wanted = [...operations.values()].flatMap(({ id, responses }) =>
    [...responses].flatMap(([status, { examples }]) =>
      examples.map(({ slug, mediaType }) => `${id}: prefer code=${status}, example=${slug} (${mediaType})`),
    ),
  );
  expect(wanted.length).toBeGreaterThan(60);
  expect(wanted.filter((name) => !names.has(name))).toEqual([]);
});

test('the simulator answers as the mock did with Prism, except for the listed differences', async () => {
  const wrong: object[] = [];
  for (const request of recorded) {
    const simulator = createSimulator({ dialect: 'guide', contract, issuer: () => 'http://127.0.0.1' });
    const answer = await simulator.handle(request);
    const got = ofHead(summaryOf(request, answer), request);
    const difference = differences.find(({ applies }) => applies(request));
    const expected = withoutWords(difference?.answer(request) ?? request.mock);
    if (!isDeepStrictEqual(got, expected)) wrong.push({ name: request.name, got, expected });
  }
  expect(wrong).toEqual([]);
  expect(recorded.length).toBeGreaterThan(600);
});

test.each(differences)('each listed difference exists: $why', ({ applies, answer }) => {
  const affected = recorded.filter((request) => applies(request));
  expect(affected.length).toBeGreaterThan(0);
  for (const request of affected) {
    expect(withoutWords(answer(request))).not.toEqual(withoutWords(request.mock));
  }
});

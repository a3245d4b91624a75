import { fileURLToPath } from 'node:url';
import type { FetchLike } from '@docspace-oauth/api';
import { isDocSpaceError } from '@docspace-oauth/api';
import { nodeFetch } from '@docspace-oauth/api/node';
import type { Mock } from '@docspace-oauth/mock';
import { startMock } from '@docspace-oauth/mock';
import type { Dialect, OpenApiDocument } from '@docspace-oauth/openapi';
import { operationsOf } from '@docspace-oauth/openapi';
import type { MockState, Sender } from '../cases/case.ts';
import { clientWith, sendThrough } from './channel.ts';
import { discover } from './discover.ts';
import type { Observer } from './exchange.ts';
import type { Facts, Row } from './facts.ts';
import { idOf, noFacts, rowsOf } from './facts.ts';
import { observedFetch } from './observed-fetch.ts';
import type { Target } from './target.ts';

/** The clients that no example of the contract has: without any text, with the same date, only one. */
const scenarios: string = fileURLToPath(
  new URL('cases/scenarios.yaml', import.meta.resolve('@docspace-oauth/contract/package.json')),
);

/** The keys by which the mock knows who is asking. */
const keys: Readonly<Partial<Record<Sender, string>>> = {
  key: 'admin-1',
  guest: 'guest-1',
  user: 'user-1',
  'other-user': 'user-2',
  expired: 'expired-1',
  restricted: 'restricted-1',
  limited: 'limited-2',
};

/** The embedded mock of a dialect. Each state that a case needs is a mock of its own, started when it is first needed. */
export async function mockTarget(
  dialect: Dialect,
  document: OpenApiDocument,
  observe: Observer,
  fetch: FetchLike = nodeFetch(),
): Promise<Target> {
  const started = new Map<string, Promise<Target>>();
  const inState = (state: MockState): Promise<Target> => {
    const name = JSON.stringify(state);
    const found =
      started.get(name) ?? start({ dialect, document, fetch: observedFetch(fetch, observe) }, state, inState);
    started.set(name, found);
    return found;
  };
  const usual = await inState({});
  return {
    ...usual,
    close: async () => {
      await Promise.all([...started.values()].map(async (target) => (await target).close()));
    },
  };
}

interface Setting {
  readonly dialect: Dialect;
  readonly document: OpenApiDocument;
  readonly fetch: FetchLike;
}

async function start(
  { dialect, document, fetch }: Setting,
  state: MockState,
  inState: Target['inState'],
): Promise<Target> {
  const mock: Mock = await startMock({ dialect, scenarios, ...state });
  const options = {
    baseUrl: mock.url,
    dialect,
    fetch,
    waits: false,
  };
  const docspace: Target['docspace'] = (sender) =>
    clientWith(sender === 'none' || sender === 'invalid' ? undefined : keys[sender], options);
  // A client of its own for each request: one that was refused once would wait with the next.
  const send: Target['send'] = (request, signal) => sendThrough(docspace(request.sender), request, signal);
  const found = await factsOf(dialect, document, send);
  // A mock that is in trouble on purpose shows nothing; its clients are the usual ones.
  const facts = found.listed || Object.keys(state).length === 0 ? found : (await inState({})).facts;
  return {
    name: `the mock, ${dialect}`,
    kind: 'mock',
    dialect,
    facts,
    missing: () => undefined,
    send,
    docspace,
    inState,
    close: () => mock.close(),
  };
}

async function factsOf(dialect: Dialect, document: OpenApiDocument, send: Target['send']): Promise<Facts> {
  try {
    const facts = await discover(dialect, document, send);
    const own = await ownRows(document, send);
    const ids = new Set(own.map(idOf));
    return { ...facts, own: own[0], another: facts.rows.find((row) => !ids.has(idOf(row))) };
  } catch (error) {
    if (isDocSpaceError(error)) return noFacts;
    throw error;
  }
}

async function ownRows(document: OpenApiDocument, send: Target['send']): Promise<Row[]> {
  const list = operationsOf(document).find(({ operationId }) => operationId === 'getClients');
  const request = {
    operationId: 'getClients',
    path: list?.path ?? '/',
    sender: 'user',
    headers: {},
  } as const;
  return rowsOf((await send(request)).body);
}

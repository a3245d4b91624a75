import { MockError } from '../mock-error.ts';
import {
  isObject,
  type Answer,
  type Json,
  type JsonObject,
  type Latency,
  type Store,
} from '../store/index.ts';
import type { Behavior } from './behavior.ts';
import { checkClients } from './check-clients.ts';
import { CONTROL_PREFIX, type Control } from './control-path.ts';
import type { Pipeline } from './pipeline.ts';
import { readJson } from './read-json.ts';
import type { Recorder } from './recorder.ts';

export interface ControlOptions {
  readonly dialect: string;
  readonly store: Store;
  readonly pipeline: Pipeline;
  readonly behavior: Behavior;
  readonly recorder: Recorder;
  readonly reset: () => Promise<void>;
}

type Work = (body: Json | undefined, detail: string) => Promise<Json> | Json;

/** Looks into the mock and changes it while it runs. */
export function createControl(options: ControlOptions): Control {
  const { dialect, store, pipeline, behavior, recorder, reset } = options;

  const state = async (): Promise<Json> => ({
    dialect,
    scenario: behavior.name,
    scenarios: [...(await behavior.names())],
    latency: behavior.latency ? { ...behavior.latency } : null,
    clients: store.clients.size,
    requests: recorder.list().length,
  });
  const setClients: Work = async (body) => {
    const { clients, more } = isObject(body) ? body : {};
    if (Number.isInteger(more) && Number(more) >= 0 && Number(more) <= MAX_CLIENTS) {
      behavior.setMore(Number(more));
    } else if (Array.isArray(clients) && clients.length <= MAX_CLIENTS && clients.every(isObject)) {
      behavior.setClients(clients);
      const problem = await checkClients(store, pipeline);
      if (problem !== undefined) {
        await behavior.reset();
        throw new MockError(`${problem} The clients are those of the start again.`);
      }
    } else {
      throw new MockError(
        `Send {"clients": [{"name": …}, …]} or {"more": N}, with N from 0 to ${MAX_CLIENTS}.`,
      );
    }
    return state();
  };
  const work: Readonly<Record<string, Work>> = {
    'GET ': state,
    'PUT scenario': async (body) => {
      const name = isObject(body) ? body['name'] : undefined;
      if (typeof name !== 'string') throw new MockError('Send {"name": "slow"}, or another scenario.');
      await behavior.setScenario(name);
      return state();
    },
    'GET scenario': () => ({ name: behavior.name, ...(behavior.scenario as unknown as JsonObject) }),
    'GET latency': () => (behavior.latency ? { ...behavior.latency } : null),
    'PUT latency': (body) => {
      behavior.setLatency(readLatency(body));
      return state();
    },
    'GET clients': () => store.clients.all().map(({ record }) => withoutSecret(record)),
    'PUT clients': setClients,
    'DELETE clients': (_, id) => {
      if (store.removeClient(id)) return state();
      throw new MockError('Name an existing client: DELETE /__mock/clients/{id}.');
    },
    'GET requests': () => recorder.list() as unknown as Json,
    'DELETE requests': () => {
      recorder.clear();
      return state();
    },
    'POST reset': async () => {
      await reset();
      return state();
    },
  };

  return async (request, url) => {
    const [name = '', detail = ''] = url.pathname.slice(CONTROL_PREFIX.length + 1).split('/');
    const found = work[`${request.method} ${name}`];
    try {
      const body = await readJson(request);
      if (found === undefined) return refusal(404, `There is ${Object.keys(work).map(line).join(', ')}.`);
      return {
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: await found(body, detail),
      };
    } catch (error) {
      if (error instanceof MockError) return refusal(400, error.message);
      throw error;
    }
  };
}

const MAX_CLIENTS = 100_000;
const MAX_LATENCY_MS = 600_000;

/** A number, a range, or null for what the scenario says. */
function readLatency(body: Json | undefined): Latency | undefined {
  if (body === null) return undefined;
  const { min, max } = isObject(body) ? body : { min: body, max: body };
  if (typeof min === 'number' && typeof max === 'number' && min >= 0 && min <= max && max <= MAX_LATENCY_MS) {
    return { min, max };
  }
  throw new MockError('Send milliseconds: 250, or {"min": 100, "max": 900}, or null for none of your own.');
}

function line(key: string): string {
  const [method, name = ''] = key.split(' ');
  return `${method} ${CONTROL_PREFIX}/${name}`;
}

function refusal(status: number, detail: string): Answer {
  return {
    status,
    headers: { 'content-type': 'application/problem+json' },
    body: { title: status === 404 ? 'Not Found' : 'Bad Request', status, detail },
  };
}

function withoutSecret(record: JsonObject): JsonObject {
  return 'client_secret' in record ? { ...record, client_secret: '[redacted]' } : record;
}

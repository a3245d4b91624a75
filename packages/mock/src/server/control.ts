import { dialects } from '@docspace-oauth/openapi';

import { isObject, type Json, type JsonObject } from '../simulator/json.ts';
import { MockError } from '../simulator/mock-error.ts';
import type { Latency } from '../simulator/scenario.ts';
import type { SimulatorSwitch } from '../simulator/switch.ts';
import { CONTROL_PREFIX, type Control, type ControlAnswer } from './control-path.ts';
import { readJson } from './read-json.ts';
import type { Recorder } from './recorder.ts';

export interface ControlOptions {
  readonly simulator: SimulatorSwitch;
  readonly recorder: Recorder;
  readonly reset: () => void;
}

type Work = (body: Json | undefined, detail: string) => Json;

/** Shows the mock and changes it while it runs. */
export function createControl(options: ControlOptions): Control {
  const { simulator, recorder, reset } = options;

  const latency = (): Json => {
    const range = simulator.behavior.latency;
    return range ? { ...range } : null;
  };
  const state = (): Json => ({
    dialect: simulator.dialect,
    scenario: simulator.behavior.name,
    scenarios: [...simulator.behavior.names],
    latency: latency(),
    clients: simulator.clients.size,
    requests: recorder.list().length,
  });
  const setClients: Work = (body) => {
    const { clients, more } = isObject(body) ? body : {};
    if (Number.isInteger(more) && Number(more) >= 0 && Number(more) <= MAX_CLIENTS) {
      simulator.behavior.setMore(Number(more));
    } else if (Array.isArray(clients) && clients.length <= MAX_CLIENTS && clients.every(isObject)) {
      simulator.setClients(clients);
    } else {
      throw new MockError(
        `Send {"clients": [{"name": …}, …]} or {"more": N}, with N from 0 to ${MAX_CLIENTS}.`,
      );
    }
    return state();
  };
  const work: Readonly<Record<string, Work>> = {
    'GET ': state,
    'PUT dialect': (body) => {
      const name = isObject(body) ? body['name'] : undefined;
      const dialect = dialects.find((known) => known === name);
      if (dialect === undefined)
        throw new MockError(`Send {"name": "${dialects.join('"} or {"name": "')}"}.`);
      simulator.setDialect(dialect);
      return state();
    },
    'PUT scenario': (body) => {
      const name = isObject(body) ? body['name'] : undefined;
      if (typeof name !== 'string') throw new MockError('Send {"name": "slow"}, or another scenario.');
      simulator.behavior.setScenario(name);
      return state();
    },
    'GET scenario': () => ({
      name: simulator.behavior.name,
      ...(simulator.behavior.scenario as unknown as JsonObject),
    }),
    'GET latency': latency,
    'PUT latency': (body) => {
      simulator.behavior.setLatency(readLatency(body));
      return state();
    },
    'GET clients': () => simulator.clients.all().map(({ record }) => withoutSecret(record)),
    'PUT clients': setClients,
    'DELETE clients': (_, id) => {
      if (simulator.removeClient(id)) return state();
      throw new MockError('Name an existing client: DELETE /__mock/clients/{id}.');
    },
    'GET requests': () => recorder.list() as unknown as Json,
    'DELETE requests': () => {
      recorder.clear();
      return state();
    },
    'POST reset': () => {
      reset();
      return state();
    },
  };

  return async (request, path) => {
    const [name = '', detail = ''] = path.slice(CONTROL_PREFIX.length + 1).split('/');
    const found = work[`${request.method} ${name}`];
    try {
      const body = await readJson(request);
      if (found === undefined) return refusal(404, `There is ${Object.keys(work).map(line).join(', ')}.`);
      return { status: 200, mediaType: 'application/json', body: found(body, detail) };
    } catch (error) {
      if (error instanceof MockError) return refusal(400, error.message);
      throw error;
    }
  };
}

const MAX_CLIENTS = 100_000;
const MAX_LATENCY_MS = 600_000;

/** A number, a range, or null for that of the scenario. */
function readLatency(body: Json | undefined): Latency | undefined {
  if (body === null) return undefined;
  const { min, max } = isObject(body) ? body : { min: body, max: body };
  if (typeof min === 'number' && typeof max === 'number' && min >= 0 && min <= max && max <= MAX_LATENCY_MS) {
    return { min, max };
  }
  throw new MockError(
    'Send milliseconds: 250, or {"min": 100, "max": 900}, or null for that of the scenario.',
  );
}

function line(key: string): string {
  const [method, name = ''] = key.split(' ');
  return `${method} ${CONTROL_PREFIX}/${name}`;
}

function refusal(status: number, detail: string): ControlAnswer {
  return {
    status,
    mediaType: 'application/problem+json',
    body: { title: status === 404 ? 'Not Found' : 'Bad Request', status, detail },
  };
}

function withoutSecret(record: JsonObject): JsonObject {
  return 'client_secret' in record ? { ...record, client_secret: '[redacted]' } : record;
}

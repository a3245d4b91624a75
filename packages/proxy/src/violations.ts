import { precompiledChecks, type ContractOperation } from '@docspace-oauth/openapi';

import type { Match } from './routing.ts';
import { departures, type Departure } from './schema-errors.ts';

/** Where a request or a response departs from the portal's contract. */
export interface Violation extends Departure {
  readonly operationId: string;
  readonly direction: 'request' | 'response';
  /** The status of the response. */
  readonly status?: number;
}

/** The parts of a response that are checked. */
export interface CheckedResponse {
  readonly status: number;
  readonly headers: Pick<Headers, 'get'>;
  readonly text: string;
}

const checks = precompiledChecks('portal');

/** What is wrong with the parameters of a request. */
export function requestViolations({ operation, path, query }: Match): Violation[] {
  const { operationId } = operation;
  const names = new Set(operation.parameters.filter((known) => known.in === 'query').map(({ name }) => name));
  const declared = operation.parameters.flatMap(({ name, in: place, required }) => {
    const values = place === 'path' ? [path[name] ?? ''] : query.getAll(name);
    const pointer = `/${place}/${name}`;
    if (values.length === 0) return required ? [{ pointer, message: 'is missing' }] : [];
    return departures(pointer, checks.parameter(operationId, name, values) ?? []);
  });
  const undeclared = [...new Set(query.keys())]
    .filter((name) => !names.has(name))
    .map((name) => ({
      // Any text can be a name: it is shown only if it can be neither a key nor a control sequence.
      pointer: `/query/${/^[a-z]\w{0,31}$/iu.test(name) ? name : '(not shown)'}`,
      message: 'is not in the contract and was not forwarded',
    }));
  return [...declared, ...undeclared].map((departure) => ({
    operationId,
    direction: 'request',
    ...departure,
  }));
}

/** What is wrong with the status, the headers and the body of a response. */
export function responseViolations(operation: ContractOperation, response: CheckedResponse): Violation[] {
  const { operationId } = operation;
  return responseDepartures(operation, response).map((departure) => ({
    operationId,
    direction: 'response',
    status: response.status,
    ...departure,
  }));
}

function responseDepartures(operation: ContractOperation, response: CheckedResponse): Departure[] {
  const { operationId } = operation;
  const { status, headers } = response;
  const declared = operation.responses.get(status);
  if (declared === undefined) return [{ pointer: '/status', message: `${status} is not in the contract` }];
  const inHeaders = Object.keys(declared.headers ?? {}).flatMap((name) => {
    const value = headers.get(name);
    const errors = value === null ? undefined : checks.header(operationId, status, name, value);
    return departures(`/headers/${name.toLowerCase()}`, errors ?? []);
  });
  const checkBody = (type: string, body: unknown): Departure[] =>
    departures('/body', checks.body(operationId, status, type, body) ?? []);
  return [...inHeaders, ...bodyDepartures(Object.keys(declared.content ?? {}), response, checkBody)];
}

function bodyDepartures(
  types: readonly string[],
  { headers, text }: CheckedResponse,
  checkBody: (type: string, body: unknown) => Departure[],
): Departure[] {
  if (text === '') {
    // The contract says "no body" by no content or by an empty text; the media type that is sent then means nothing.
    const allowed = types.length === 0 || types.some((type) => checkBody(type, '').length === 0);
    return allowed ? [] : [{ pointer: '/body', message: 'must not be empty' }];
  }
  const type = (headers.get('content-type') ?? '').split(';', 1).join('').trim().toLowerCase();
  if (!types.includes(type)) {
    const shown = /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/u.test(type) ? type : 'this media type';
    return [{ pointer: '/headers/content-type', message: `${shown} is not in the contract for this status` }];
  }
  if (!/[/+]json$/u.test(type)) return checkBody(type, text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [{ pointer: '/body', message: 'must be JSON' }];
  }
  return checkBody(type, value);
}

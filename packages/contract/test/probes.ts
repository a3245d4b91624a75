import type { ContractOperation, Dialect, OpenApiDocument } from '@docspace-oauth/openapi';
import { operationsOf } from '@docspace-oauth/openapi';
import { brokenValues } from '../src/broken-parameters.ts';
import { casesOf } from '../src/cases.ts';
import { preferenceOf } from '../src/prefer.ts';
import { requestFor, targetOf } from '../src/request.ts';

/** Who sends a request: the headers are different for each server, since only the mock has signed tokens of its own. */
export type Caller = 'an administrator' | 'a guest' | 'nobody' | 'an invalid credential';

/** A request that is sent to two servers to compare their responses. */
export interface Probe {
  /** What is asked, the same words for each operation. */
  readonly request: string;
  /** Undefined for a path that belongs to no operation. */
  readonly operationId: string | undefined;
  readonly method: 'GET' | 'HEAD' | 'POST' | 'OPTIONS';
  readonly target: string;
  readonly caller: Caller;
  readonly headers: Readonly<Record<string, string>>;
}

type Details = Partial<Pick<Probe, 'method' | 'target' | 'caller' | 'headers'>>;

const prefix = '/api/2.0/clients';
const origin = 'https://app.example';
const preflight = {
  origin,
  'access-control-request-method': 'GET',
  'access-control-request-headers': 'authorization',
};

/** Requests for everything that the contract has a word on, and for what a client may send by mistake. */
export function probesOf(dialect: Dialect, document: OpenApiDocument): Probe[] {
  const probes: Probe[] = operationsOf(document).flatMap((operation) =>
    probesOfOperation(document, operation),
  );
  const declared = casesOf(dialect, document).map(
    ({ operationId, request, secured, status, mediaType, example }) =>
      probe(`Prefer: ${status} ${example ?? ''}`.trim(), operationId, targetOf(request), {
        caller: secured ? 'an administrator' : 'nobody',
        headers: preferenceOf({ status, mediaType, example }),
      }),
  );
  const others = ['/', '/api/2.0/other', '/__mock/'].map((path) => probe(`GET ${path}`, undefined, path));
  return [...probes, ...declared, ...others];
}

function probe(
  request: string,
  operationId: string | undefined,
  target: string,
  details: Details = {},
): Probe {
  return { request, operationId, method: 'GET', target, caller: 'an administrator', headers: {}, ...details };
}

function probesOfOperation(document: OpenApiDocument, operation: ContractOperation): Probe[] {
  const { operationId, parameters } = operation;
  const target = targetOf(requestFor(document, operation));
  const ask = (request: string, details: Details = {}): Probe => probe(request, operationId, target, details);
  const withHeader = (name: string, value: string): Probe =>
    ask(`${name}: ${value}`, { headers: { [name]: value } });
  return [
    ask('nothing special'),
    ask('without a credential', { caller: 'nobody' }),
    ask('with an invalid credential', { caller: 'an invalid credential' }),
    ask('as a guest', { caller: 'a guest' }),
    withHeader('Accept', 'text/html'),
    withHeader('Prefer', 'code=418'),
    withHeader('Prefer', 'example=unknown'),
    withHeader('Prefer', 'dynamic=true'),
    ask('method HEAD', { method: 'HEAD' }),
    ask('method POST', { method: 'POST' }),
    ask('from a page of another origin', { headers: { origin } }),
    ask('a preflight of CORS', { method: 'OPTIONS', caller: 'nobody', headers: preflight }),
    ask('a trailing slash', { target: target.replace(/(?=\?|$)/u, '/') }),
    ask('upper case', { target: target.replace('/api/', '/API/') }),
    ...(operation.path.startsWith(prefix)
      ? [ask('the prefix oauth2', { target: target.replace(prefix, '/api/2.0/oauth2/clients') })]
      : []),
    ...parameters.flatMap((parameter) => [
      ...brokenValues(parameter).map(({ constraint, value }) =>
        ask(`${parameter.name} breaks ${constraint}`, {
          target: targetOf(requestFor(document, operation, { [parameter.name]: value })),
        }),
      ),
      ...otherValues(parameter.name).map((value) =>
        ask(`${parameter.name} is ${value}`, {
          target: targetOf(requestFor(document, operation, { [parameter.name]: value })),
        }),
      ),
    ]),
  ];
}

/** Values that the contract allows, but that are not the example of the parameter. */
function otherValues(parameter: string): string[] {
  switch (parameter) {
    case 'id':
      return ['5e0d92b4-17c8-4f6a-a3d5-90be4f2c7716', '00000000-0000-4000-8000-000000000000', 'not-a-uuid'];
    case 'ids':
      return ['5e0d92b4-17c8-4f6a-a3d5-90be4f2c7716', 'not-a-uuid'];
    case 'limit':
      return ['2'];
    default:
      return [];
  }
}

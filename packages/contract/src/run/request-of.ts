import { operationOf } from '@docspace-oauth/api/transport';
import type { ContractOperation } from '@docspace-oauth/openapi';
import type { Case } from '../cases/case.ts';
import type { Facts } from '../target/facts.ts';
import type { TargetRequest } from '../target/target.ts';
import { Unmet, valueOf } from './references.ts';

/** The request of a case, with what it refers to put in. Throws Unmet where the server does not have it. */
export function requestOf(one: Case, operation: ContractOperation, facts: Facts): TargetRequest {
  const { request, needs } = one;
  const text = (value: string): string => {
    const found = valueOf(value, needs, facts);
    if (typeof found === 'string' || typeof found === 'number') return String(found);
    throw new Unmet(`It needs a client with ${value.slice(1)}.`);
  };
  const id = request.params['id'] ?? (operation.path.includes('{id}') ? '$client.id' : '');
  const path = (request.path ?? operation.path).replaceAll('{id}', () => encodeId(text(id)));
  const query = Object.entries(request.query)
    .flatMap(([name, values]) => [values].flat().map((value) => `${name}=${encodeURIComponent(text(value))}`))
    .join('&');
  return {
    operationId: operationOf(path.replace(/\?.*/su, '')),
    path: query === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${query}`,
    sender: request.sender,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), text(value)]),
    ),
  };
}

/** An id that is escaped already, such as `%20`, is sent as it is written. */
function encodeId(id: string): string {
  return /%[\da-f]{2}/iu.test(id) ? id : encodeURIComponent(id);
}

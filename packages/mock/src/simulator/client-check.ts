import type { ContractChecks } from '@docspace-oauth/openapi';

import type { Collection } from './collection.ts';
import type { Operation } from './contract.ts';
import type { DialectRules } from './dialect-rules.ts';
import { textOf } from './json.ts';

/**
 * Whether every operation that shows a single client can show each of these without breaking the contract. A sentence
 * names the first client that it cannot show.
 */
export function checkClients(
  clients: Collection,
  operations: Iterable<Operation>,
  rules: DialectRules,
  checks: ContractChecks,
): string | undefined {
  const ofOne = [...operations].filter(({ path }) => path.includes('{id}'));
  for (const client of clients.all()) {
    for (const { id } of ofOne) {
      const body = rules.single(clients.shown(client, id, false));
      const error = checks.body(id, 200, 'application/json', body)?.[0];
      if (error === undefined) continue;
      const name = textOf(client.record['name']);
      return `The client "${name}" breaks the contract: /response/body${error.pointer}: ${error.message}.`;
    }
  }
  return undefined;
}

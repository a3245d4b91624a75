import { textOf, type Credentials, type Store } from '../store/index.ts';
import type { Pipeline } from './pipeline.ts';

/**
 * Whether the clients that somebody made up can be shown by every operation that shows one: a sentence that names the
 * first that cannot. Prism's validation decides, as for any answer.
 */
export async function checkClients(store: Store, pipeline: Pipeline): Promise<string | undefined> {
  const paths = [...store.contract.operations.values()]
    .map(({ path }) => path)
    .filter((path) => path.includes('{id}'));
  for (const { id, record } of store.clients.all()) {
    for (const path of paths) {
      const call = {
        method: 'GET',
        path: path.replace('{id}', encodeURIComponent(id)),
        query: new URLSearchParams(),
        headers: CREDENTIAL_HEADERS,
      };
      const { violations } = await pipeline.handle(call, administrator(textOf(record['created_by'])));
      const broken = violations.find(({ side }) => side === 'response');
      if (broken)
        return `The client "${textOf(record['name'])}" breaks the contract: ${broken.pointer}: ${broken.message}.`;
    }
  }
  return undefined;
}

/** Prism wants to see that there is a credential; whose it is says the other argument. */
const CREDENTIAL_HEADERS = { authorization: 'Bearer check', 'x-signature': 'check' };

function administrator(userId: string): Credentials {
  const caller = { role: 'admin', userId } as const;
  return { key: caller, signature: caller, token: undefined };
}

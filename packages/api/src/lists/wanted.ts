import { invalidInput } from '../error.ts';
import { checkClientId, foldCase, isRefusedId } from '../protocol/client-id.ts';
import type { ClientInfo } from '../types.ts';

interface Entry {
  /** As the caller spelled it first. */
  readonly id: string;
  /** Whether it is worth a request: servers refuse some ids. */
  readonly isSendable: boolean;
  client: ClientInfo | undefined;
}

/** The clients that a bulk read looks for, in the order of their ids. Ids that differ only in case are one id. */
export class Wanted {
  readonly #entries = new Map<string, Entry>();

  /** @param redact hides secrets in the error for a wrong id */
  constructor(ids: unknown, redact: (text: string) => string) {
    if (!Array.isArray(ids)) throw invalidInput('The ids are not an array.');
    for (const given of ids) {
      const id = checkClientId(given, redact, true);
      const key = foldCase(id);
      if (!this.#entries.has(key)) {
        this.#entries.set(key, { id, isSendable: !isRefusedId(id), client: undefined });
      }
    }
  }

  /** Adds those of the clients that are wanted. */
  add(clients: readonly ClientInfo[]): void {
    for (const client of clients) {
      const entry = this.#entries.get(foldCase(client.client_id));
      if (entry) entry.client = client;
    }
  }

  #missing(): Entry[] {
    return [...this.#entries.values()].filter(({ client }) => !client);
  }

  /** The ids that have not been found and that a server can be asked for. */
  left(): string[] {
    return this.#missing().flatMap(({ id, isSendable }) => (isSendable ? id : []));
  }

  found(): ClientInfo[] {
    return [...this.#entries.values()].flatMap(({ client }) => client ?? []);
  }

  missing(): string[] {
    return this.#missing().map(({ id }) => id);
  }
}

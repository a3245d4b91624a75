import { foldCase } from '../protocol/client-id.ts';
import type { ClientInfo } from '../types.ts';

/** The clients that a bulk read has found so far. */
export class Findings {
  readonly #ids: readonly string[];
  readonly #clients = new Map<string, ClientInfo>();
  readonly #wanted: Set<string>;

  constructor(ids: readonly string[]) {
    this.#ids = ids;
    this.#wanted = new Set(ids.map(foldCase));
  }

  add(clients: readonly ClientInfo[]): void {
    for (const client of clients) {
      const key = foldCase(client.client_id);
      if (this.#wanted.has(key)) this.#clients.set(key, client);
    }
  }

  has(id: string): boolean {
    return this.#clients.has(foldCase(id));
  }

  get count(): number {
    return this.#clients.size;
  }

  found(): ClientInfo[] {
    return this.#ids.flatMap((id) => this.#clients.get(foldCase(id)) ?? []);
  }

  missing(): string[] {
    return this.#ids.filter((id) => !this.has(id));
  }
}

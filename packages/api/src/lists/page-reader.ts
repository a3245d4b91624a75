import type { Client } from '../types.ts';

/** Some clients of an iteration, as a part that is shown at once. */
export interface IteratedPage {
  clients: Client[];
  /** Whether there are clients after these. */
  hasMore: boolean;
}

/** Takes pages from one iteration, each when it is asked for. After a failure or an abort it cannot be used any more. */
export class PageReader {
  readonly #ending = new AbortController();
  readonly #clients: AsyncIterator<Client, unknown>;
  readonly #known: ReadonlySet<string>;
  /** The client after those that were taken: only when it has come is it certain that there is one. */
  #next: IteratorResult<Client, unknown> | undefined;
  /** How many clients there are before the next page. */
  #position: number;

  /** @param known ids of clients before the first page, which are passed over */
  constructor(iterate: (signal: AbortSignal) => AsyncIterator<Client, unknown>, known: ReadonlySet<string>) {
    this.#clients = iterate(this.#ending.signal);
    this.#known = known;
    this.#position = known.size;
  }

  get position(): number {
    return this.#position;
  }

  /** The next clients, at most so many. */
  async read(size: number, signal: AbortSignal): Promise<IteratedPage> {
    const clients: Client[] = [];
    const abort = (): void => this.#ending.abort(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
    try {
      this.#next ??= await this.#clients.next();
      while (!this.#next.done && clients.length < size) {
        if (!this.#known.has(this.#next.value.client_id)) clients.push(this.#next.value);
        this.#next = await this.#clients.next();
      }
      this.#position += clients.length;
      return { clients, hasMore: !this.#next.done };
    } finally {
      signal.removeEventListener('abort', abort);
    }
  }

  /** Ends the iteration and any request of it. */
  close(): void {
    this.#ending.abort();
  }
}

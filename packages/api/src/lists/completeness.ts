import type { Listed } from '../protocol/paging.ts';

/** Watches a walk through a list for clients that the server may hold back, all of one date. */
export class Completeness {
  /** Called once, when it is certain that nothing can settle the doubt. */
  readonly #onIncomplete: () => void;
  #doubted: { date: string | undefined } | undefined;
  /** Whether the question is closed: the list is known to be incomplete, or the server to hold nothing back. */
  #isClosed = false;

  constructor(onIncomplete: () => void) {
    this.#onIncomplete = onIncomplete;
  }

  /** The server may have more clients of this date than it has sent. */
  doubt(date: string | undefined): void {
    if (!this.#isClosed) this.#doubted = { date };
  }

  /** A page has brought these new clients. */
  continue(clients: readonly Listed[]): void {
    if (!this.#doubted) return;
    const { date } = this.#doubted;
    // A server that continues in the middle of a date holds nothing back.
    if (clients.some(({ created_on }) => created_on === date)) this.#isClosed = true;
    else this.end();
  }

  /** The list has ended, or goes on with other dates. */
  end(): void {
    if (this.#doubted && !this.#isClosed) {
      this.#isClosed = true;
      this.#onIncomplete();
    }
  }
}

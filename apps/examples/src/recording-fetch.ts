/** One request that was sent, and what became of it. */
export interface Exchange {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** Undefined when no answer came. */
  readonly status: number | undefined;
  /** Until the head of the answer was there. */
  readonly milliseconds: number;
}

export interface Recording {
  readonly fetch: typeof globalThis.fetch;
  /** What was sent since the last call of this. */
  take(): Exchange[];
}

/** A fetch that notes what it sends, so that the output can show what really went over the wire. */
export function recordExchanges(): Recording {
  let exchanges: Exchange[] = [];
  return {
    fetch: async (input, init) => {
      const { method, url } = new Request(input, init);
      const { pathname, search } = new URL(url);
      const start = performance.now();
      let status: number | undefined;
      try {
        const response = await globalThis.fetch(input, init);
        status = response.status;
        return response;
      } finally {
        exchanges.push({ method, path: pathname + search, status, milliseconds: performance.now() - start });
      }
    },
    take: () => {
      const taken = exchanges;
      exchanges = [];
      return taken;
    },
  };
}

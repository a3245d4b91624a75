/** A request that was sent, and what was received. It holds secrets: what leaves the run is redacted first. */
export interface Exchange {
  readonly url: string;
  readonly method: string;
  /** Names in lower case. */
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly text: string;
  readonly startedAt: Date;
  readonly durationMs: number;
}

/** Told of each exchange as soon as it is complete. */
export type Observer = (exchange: Exchange) => void;

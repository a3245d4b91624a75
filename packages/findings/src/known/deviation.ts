/** A deviation that is accepted until a day. */
export interface KnownDeviation {
  readonly rule: string;
  /** Exactly the subject of the finding, or `*` for all. */
  readonly subject: string;
  readonly reason: string;
  /** The last day on which it is accepted, as YYYY-MM-DD in UTC. */
  readonly expires: string;
  readonly line: number;
  readonly column: number;
}

export interface KnownDeviations {
  /** As reports name it. */
  readonly file: string;
  readonly deviations: readonly KnownDeviation[];
}

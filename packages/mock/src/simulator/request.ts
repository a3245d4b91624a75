/** A request as it was sent. */
export interface SimulatorRequest {
  readonly method: string;
  /** Path and query, or a whole URL as a proxy sends it: neither decoded nor normalised. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: RequestHeaders;
  /** The address of the caller, if there is a connection. */
  readonly address?: string | undefined;
}

export type RequestHeaders = Readonly<Record<string, string | undefined>>;

import type { Fault } from './scenario.ts';
import type { Violation } from './violations.ts';

/** Header names with their values, in the order in which they are sent. */
export type HeaderList = readonly (readonly [name: string, value: string])[];

/** What a server has to send, and what is known of the request that it answers. */
export interface SimulatorResponse {
  readonly status: number;
  readonly headers: HeaderList;
  /** Undefined if there is none. */
  readonly body: string | undefined;
  /** Milliseconds to wait before the response is sent. */
  readonly delayMs: number;
  /**
   * What a scenario did to the response. `status`, `html` and `empty-forbidden` are done already; `reset`, `stall` and `truncate` are left
   * to the server, because they happen on the connection.
   */
  readonly fault: Fault['kind'] | undefined;
  /** Undefined if no operation has this path and method. */
  readonly operationId: string | undefined;
  readonly violations: readonly Violation[];
}

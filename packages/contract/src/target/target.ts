import type { DocSpaceClient } from '@docspace-oauth/api';
import type { Dialect } from '@docspace-oauth/openapi';
import type { MockState, Sender, ServerKind } from '../cases/case.ts';
import type { Facts } from './facts.ts';

/** A request to a target, with everything in it decided. */
export interface TargetRequest {
  /** Undefined for a path that belongs to no operation. */
  readonly operationId: string | undefined;
  /** Path and query, encoded. */
  readonly path: string;
  readonly sender: Sender;
  readonly headers: Readonly<Record<string, string>>;
}

export interface TargetResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** Without parameters; undefined if the response names none. */
  readonly mediaType: string | undefined;
  readonly text: string;
  /** The body as JSON where its media type says so and it parses, otherwise its text. */
  readonly body: unknown;
  /** Set if the media type says JSON and the body is none. */
  readonly brokenJson: boolean;
}

/** A server that a run talks to. */
export interface Target {
  /** How reports call it. */
  readonly name: string;
  readonly kind: ServerKind;
  readonly dialect: Dialect;
  readonly facts: Facts;
  /** Why nobody can ask in this role; undefined if the run can. */
  missing(sender: Sender): string | undefined;
  send(request: TargetRequest, signal?: AbortSignal): Promise<TargetResponse>;
  /** The typed client, for what takes several requests. */
  docspace(sender: Sender): DocSpaceClient;
  /** The target in a state that a case needs: another mock. Any other target stays what it is. */
  inState(state: MockState): Promise<Target>;
  close(): Promise<void>;
}

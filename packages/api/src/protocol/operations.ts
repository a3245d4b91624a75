import type * as guide from '../generated/guide.ts';
import type * as portal from '../generated/portal.ts';
import type { Reply } from '../reply.ts';

/** The five operations, by the operationId that the contract and the official reference give them. */
export type OperationId = keyof guide.operations;

/** What a request can be for: one of the five operations, or the portal's token exchange. */
export type RequestId = OperationId | 'generateJwtToken';

/** For each operation, the path of its GET in a contract: a wrong path in a table of this type does not compile. */
export type RoutesOf<Paths, Operations> = {
  readonly [Id in keyof Operations]: {
    [Path in keyof Paths]: Paths[Path] extends { get: Operations[Id] } ? Path : never;
  }[keyof Paths];
};

/** The values that go into a path and its query. */
export interface Parameters {
  id?: string;
  /** The ids of the guide's bulk operation. */
  ids?: guide.operations['getClientsInfo']['parameters']['query']['ids'];
  /** Page size and cursor of a portal's list; nulls are not sent. */
  page?: OrNull<NonNullable<portal.operations['getClients']['parameters']['query']>>;
}
type OrNull<T> = { [K in keyof T]?: T[K] | null | undefined };

/** One `name=value` of a query. */
export type QueryPair = readonly [name: string, value: string | number | null | undefined];

/** What a server answered, before anything is made of it. */
export type ReceivedReply = Pick<Reply, 'status' | 'headers' | 'text'>;

/** Everything that differs between the dialects. `guide.ts` and `portal.ts` each hold one. */
export interface DialectRules {
  /** The path of each operation, with `{id}` where the id goes. */
  readonly routes: Readonly<Record<OperationId, string>>;
  /** The part of the parameters that this dialect sends as a query. */
  readonly query: (parameters: Parameters) => QueryPair[];
  /** The headers that carry the credential. */
  readonly credentialHeaders: (secret: string) => Record<string, string>;
  /** Whether a response says that a new token may help. Missing where requests carry the API key itself. */
  readonly isTokenRefused?: (reply: ReceivedReply) => boolean;
  /** How `getClientsInfo` finds clients: by asking for their ids, or by reading pages and then single clients. */
  readonly bulk: 'ids' | 'pages';
  /** Corrects what a single read returns. */
  readonly correct?: <T>(client: T) => T;
}

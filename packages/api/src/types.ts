import type { components as Guide } from './generated/guide.ts';
import type { components as Portal } from './generated/portal.ts';

type RequiredKeys<T> = { [K in keyof T]-?: object extends Pick<T, K> ? never : K }[keyof T];

type Shared<A, B> = keyof A & keyof B & RequiredKeys<A> & RequiredKeys<B>;

/** What both dialects promise is promised; what only one promises is optional. */
type InEither<A, B> = {
  [K in Shared<A, B>]: A[K] | B[K];
} & {
  [K in Exclude<keyof A | keyof B, Shared<A, B>>]?:
    | (K extends keyof A ? A[K] : never)
    | (K extends keyof B ? B[K] : never);
};

/** Shows the fields in an editor instead of the names of the types that they come from. */
type Flat<T> = { [K in keyof T]: T[K] };

/**
 * An OAuth2 client as `getClient` and the list give it. The guide gives the basic record; a live portal gives the fullest
 * body of all, with `client_secret`: in clear text in a single read, still encrypted (of no use) in a list.
 */
export type Client = Flat<InEither<Guide['schemas']['Client'], Portal['schemas']['Client']>>;

/**
 * An OAuth2 client as `getClientInfo` and `getClientsInfo` give it. The guide gives the extended record with the
 * confidential configuration; a live portal gives less than `getClient` does, and no secret.
 */
export type ClientInfo = Flat<InEither<Guide['schemas']['ClientInfo'], Portal['schemas']['ClientInfo']>>;

/** The fields of a client that anyone may see: no secret, no configuration, no user's id. */
export type PublicClientInfo = Flat<Omit<Guide['schemas']['PublicClientInfo'], 'id'>>;

/** Where a portal's next page begins: sent back exactly as it came. */
export interface Cursor {
  readonly last_client_id: string | null;
  readonly last_created_on: string | null;
}

/** One page of the list. */
export interface ClientPage {
  clients: Client[];
  /** Pass it as `cursor` for the next page; null on the last one, and always null in the guide's dialect. */
  next: Cursor | null;
}

/** The answer to each id that was asked for. */
export interface ClientsInfo {
  /** In the order asked. */
  found: ClientInfo[];
  /** The ids that the server knows no client of, or none that the caller may see; in the order asked. */
  missing: string[];
}

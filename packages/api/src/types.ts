import type { components as Guide } from './generated/guide.ts';
import type { components as Portal } from './generated/portal.ts';

type RequiredKeys<T> = { [K in keyof T]-?: object extends Pick<T, K> ? never : K }[keyof T];

type Shared<A, B> = keyof A & keyof B & RequiredKeys<A> & RequiredKeys<B>;

/** A field is required if both dialects require it, otherwise optional. */
type InEither<A, B> = {
  [K in Shared<A, B>]: A[K] | B[K];
} & {
  [K in Exclude<keyof A | keyof B, Shared<A, B>>]?:
    | (K extends keyof A ? A[K] : never)
    | (K extends keyof B ? B[K] : never);
};

/** Makes an editor show the fields instead of the names of the types that they come from. */
type Flat<T> = { [K in keyof T]: T[K] };

/**
 * An OAuth2 client as `getClient` and the list return it. The guide's API returns the basic record; a live portal returns
 * the fullest record, with `client_secret`: in clear text in a single read, encrypted (and of no use) in a list.
 */
export type Client = Flat<InEither<Guide['schemas']['OAuthClient'], Portal['schemas']['OAuthClient']>>;

/**
 * An OAuth2 client as `getClientInfo` and `getClientsInfo` return it. The guide's API returns the extended record with the
 * confidential configuration; a live portal returns less than with `getClient`, and no secret.
 */
export type ClientInfo = Flat<InEither<Guide['schemas']['ClientInfo'], Portal['schemas']['ClientInfo']>>;

/** The fields of a client that anyone may see: no secret, no configuration, no user ids. */
export type PublicClientInfo = Flat<Omit<Guide['schemas']['PublicClientInfo'], 'id'>>;

/** Where the next page of a portal's list begins; sent back verbatim. */
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

/** The result of getClientsInfo: each id that was asked for is in one of the two lists. */
export interface ClientsInfo {
  /** In the order of the ids. */
  found: ClientInfo[];
  /** The ids without a client, or without one that the caller may see; in the order of the ids. */
  missing: string[];
}

import type { ZodType } from 'zod';

/**
 * What each program in `programs/` offers: the five calls through a generated client. The programs are compiled and run as
 * copies in a temporary folder, beside the code that was generated into it.
 */
export interface Server {
  readonly url: string;
  readonly apiKey: string;
}

/** The fields of a client that the test reads. */
export interface Client {
  client_id: string;
  description: string | null;
  logo: string | null;
}

export type Body<T> = T | { response: T };

export interface Page {
  data: Client[];
  last_client_id: string | null;
  last_created_on: string | null;
}

export interface PageQuery {
  limit: number;
  last_client_id?: string;
  last_created_on?: string;
}

export interface GuideCalls {
  getClients(): Promise<Body<Client[]>>;
  getClient(id: string): Promise<Body<Client>>;
  getClientInfo(id: string): Promise<Body<Client>>;
  getPublicClientInfo(id: string): Promise<Body<Client>>;
  getClientsInfo(ids: string[]): Promise<Body<Client[]>>;
}

export interface PortalCalls {
  getClients(query: PageQuery): Promise<Page>;
  getClient(id: string): Promise<Client>;
  getClientInfo(id: string): Promise<Client>;
  getPublicClientInfo(id: string): Promise<Client>;
  getClientsInfo(query: PageQuery): Promise<Page>;
}

/** The generated zod schemas of the operations' bodies, by operationId. */
export type Schemas = Record<string, ZodType>;

export interface Program {
  guide: (server: Server) => Promise<GuideCalls>;
  /** Exchanges the API key for a token first. */
  portal: (server: Server) => Promise<PortalCalls>;
  schemas?: { guide: Schemas; portal: Schemas };
}

type Probe<A> = <T>() => T extends A ? 1 : 2;
type Same<A, B> = Probe<A> extends Probe<B> ? true : false;
type Content<B> = B extends { response: infer R } ? R : B extends { data: infer D } ? D : B;
type Item<R> = R extends readonly (infer T)[] ? T : R;
type Field<T, Name extends string> = T extends Record<Name, infer F> ? F : unknown;
type Texts<T> = [Field<T, 'description'>, Field<T, 'logo'>];

/**
 * True if the generated types of all bodies say that description and logo are a string or null. The interfaces above
 * accept `any` too, and a type that has lost its null.
 */
export type HasNulls<Calls> = {
  [Name in keyof Calls]: Calls[Name] extends (...args: never[]) => Promise<infer B>
    ? Same<Texts<Item<Content<B>>>, [string | null, string | null]>
    : false;
}[keyof Calls];

export type Expect<T extends true> = T;

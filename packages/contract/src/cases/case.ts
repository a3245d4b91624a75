import type { Dialect } from '@docspace-oauth/openapi';
import type { Place } from '@docspace-oauth/findings/report';

/** What kind of server a run talks to. */
export type ServerKind = 'mock' | 'prism' | 'live';

/** Who sends a request. `key` is the key of the run; the others are known for the mock, and some can be given for a portal. */
export type Sender =
  | 'key'
  | 'guest'
  | 'none'
  | 'invalid'
  | 'user'
  | 'other-user'
  | 'expired'
  | 'restricted'
  | 'limited';

/** A kind of client that a case needs one of. */
export type ClientKind = 'without-description' | 'without-urls' | 'disabled' | 'private';

/** What a server must have so that a case means something there. */
export interface Needs {
  /** At least so many clients that the key may see. */
  readonly clients?: number;
  readonly exactly?: number;
  readonly client?: ClientKind;
  /** Two clients with the same `created_on`. */
  readonly tied?: true;
  readonly anotherOwner?: true;
}

/** How the embedded mock is started for a case. Any other server is taken as it is. */
export interface MockState {
  readonly scenario?: string;
  readonly clients?: number;
  readonly store?: 'sql' | 'saas';
  readonly cache?: 'off' | 'null-text';
}

/** A request; a text that begins with `$` refers to what the server has, such as `$client.client_id`. */
export interface CaseRequest {
  readonly sender: Sender;
  /** Instead of the path of the operation. */
  readonly path?: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  readonly headers: Readonly<Record<string, string>>;
}

/** What has to hold of a header. */
export type HeaderRule = 'present' | 'absent' | { readonly matches: string };

/** What has to hold of the body, or of what a pointer leads to in it; `*` in a pointer stands for every item. */
export interface Assertion {
  readonly at?: string;
  readonly equals?: unknown;
  readonly oneOf?: readonly unknown[];
  readonly absent?: true;
  readonly type?: 'string' | 'null' | 'array' | 'object' | 'integer' | 'boolean';
  readonly matches?: string;
  readonly atMost?: number;
  readonly count?: number;
  /** Another pointer, whose value is the same. */
  readonly sameAs?: string;
  /** The items of a list come in descending order of this field. */
  readonly descending?: string;
  /** The names of an object's fields, in their order. */
  readonly fields?: readonly string[];
  readonly noSecret?: true;
}

export interface Expectation {
  /** One status, or several where portals differ. */
  readonly status: readonly number[];
  readonly empty?: boolean;
  readonly headers: Readonly<Record<string, HeaderRule>>;
  readonly body: readonly Assertion[];
}

/** One thing that a server has to do, as data. */
export interface Case {
  readonly id: string;
  readonly title: string;
  readonly dialect: Dialect;
  readonly operation: string;
  readonly needs: Needs;
  readonly mock: MockState;
  /** Only these servers are asked; the sentence says why. */
  readonly onlyOn?: { readonly servers: readonly ServerKind[]; readonly because: string };
  /** Needs nothing but the contract, so plain Prism is asked too. */
  readonly stateless: boolean;
  readonly request: CaseRequest;
  readonly expect: Expectation;
  /** The declared responses of this status that the server is asked for by name. */
  readonly prefer?: { readonly status: number; readonly examples: readonly string[] };
  /** Several requests instead of one: the name of a procedure in `src/run/procedures`. */
  readonly procedure?: string;
  readonly place: Place;
}

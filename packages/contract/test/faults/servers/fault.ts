import type { IncomingHttpHeaders } from 'node:http';
import type { RuleId } from '../../../src/run/rules.ts';

/** A request on its way to a server. */
export interface Asked {
  /** The operation of the contract; undefined for any other path. */
  readonly operation: string | undefined;
  /** With the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
}

/** What a server says to it. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The connection breaks after so many bytes of the body. */
  readonly cutAfter?: number;
}

export type Change = (answer: Answer, asked: Asked) => Answer;
export type Redirect = (asked: Asked) => Partial<Pick<Asked, 'path' | 'headers'>>;

/** How a server differs from the honest mock. */
export interface Lies {
  /** What it says instead. */
  readonly change?: Change;
  /** What it takes a request for. */
  readonly takes?: Redirect;
}

/** Something that a server does wrong, and the gate that has to find it. */
export interface ServerFault extends Lies {
  /** What the server does: "drops the name of a client". */
  readonly name: string;
  /** The id of the case. */
  readonly case: string;
  readonly rule: RuleId;
}

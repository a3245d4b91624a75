/** The part of redocly's plugin interface that is used here; the command brings no types along. */
export interface Location {
  readonly source: { readonly absoluteRef: string };
  child(keys: (string | number)[]): Location;
  key(): Location;
}

export interface Context {
  readonly location: Location;
  readonly report: (problem: { message: string; location: Location }) => void;
}

export interface Operation {
  operationId?: string;
  security?: object[];
  responses?: Record<string, unknown>;
}

export interface MediaType {
  schema?: object;
  examples?: Record<string, unknown>;
}

export interface Parameter {
  name: string;
  schema?: Schema;
}

export interface Schema {
  format?: string;
  properties?: Record<string, Schema>;
  oneOf?: object[];
  anyOf?: object[];
}

/** The components of each kind by their names. */
export type Components = Record<string, Record<string, unknown>>;

export interface Example {
  value?: unknown;
}

/** A rule or a preprocessor: what to do on entering a node of each type. */
export type Visitor = () => {
  Operation?: { enter(node: Operation, context: Context): void };
  MediaType?: { enter(node: MediaType, context: Context): void };
  Parameter?: { enter(node: Parameter, context: Context): void };
  Schema?: { enter(node: Schema, context: Context): void };
  Components?: { enter(node: Components, context: Context): void };
  Example?: { enter(node: Example, context: Context): void };
};

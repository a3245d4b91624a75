/** A client as the list has it. */
export type Row = Readonly<Record<string, unknown>>;

/** What is known of a server before the first case: what cases refer to, and what their preconditions are checked against. */
export interface Facts {
  /** The clients that the key sees, in the order of the list; as many as were read. */
  readonly rows: readonly Row[];
  /** Whether these are all. */
  readonly complete: boolean;
  /** Whether the list could be read at all. */
  readonly listed: boolean;
  /** A client that the sender `user` owns, and one that they do not, where that is known. */
  readonly own: Row | undefined;
  readonly another: Row | undefined;
  /** The secret of the first client in clear text, where a single read shows it. */
  readonly secrets: readonly string[];
}

export const noFacts: Facts = {
  rows: [],
  complete: true,
  listed: false,
  own: undefined,
  another: undefined,
  secrets: [],
};

/** The id of a client, under the name that its dialect gives it. */
export function idOf(row: Row): string {
  const id = row['client_id'] ?? row['id'];
  return typeof id === 'string' ? id : '';
}

/** The items of a list: a page's, an envelope's, or the body itself. */
export function rowsOf(body: unknown): Row[] {
  const inner = fieldOf(body, 'response') ?? body;
  const items = Array.isArray(inner) ? inner : fieldOf(inner, 'data');
  return Array.isArray(items)
    ? items.filter((item): item is Row => typeof item === 'object' && item !== null && !Array.isArray(item))
    : [];
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

/** Whether two neighbours of a list have the same date. */
export function hasTies(rows: readonly Row[]): boolean {
  return rows.some((row, index) => index > 0 && row['created_on'] === rows[index - 1]?.['created_on']);
}

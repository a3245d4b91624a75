import type { Client, ClientInfo } from '@docspace-oauth/api';

/** How the values of a column are shown, compared and sorted. */
export type ColumnKind = 'id' | 'text' | 'boolean' | 'date' | 'list' | 'number' | 'logo';

export interface Column {
  /** The field of a client. */
  readonly name: string;
  readonly kind: ColumnKind;
  /** What filters may call it as well. */
  readonly alias?: string;
  /** Whether a table has it if nobody chooses the columns. */
  readonly isUsual?: boolean;
}

/**
 * The columns of the list, from left to right. They drive `--columns`, `--sort` and `--filter`, their completion and every
 * format. `client_secret` is none of them, so that no list can show one or tell whether it equals something.
 */
export const columns = [
  { name: 'client_id', kind: 'id', alias: 'id', isUsual: true },
  { name: 'name', kind: 'text', isUsual: true },
  { name: 'enabled', kind: 'boolean', isUsual: true },
  { name: 'is_public', kind: 'boolean', alias: 'public', isUsual: true },
  { name: 'created_on', kind: 'date', alias: 'created', isUsual: true },
  { name: 'created_by', kind: 'id' },
  { name: 'modified_on', kind: 'date', alias: 'modified' },
  { name: 'modified_by', kind: 'id' },
  { name: 'scopes', kind: 'list', alias: 'scope' },
  { name: 'authentication_methods', kind: 'list', alias: 'method' },
  { name: 'redirect_uris', kind: 'list', alias: 'redirect_uri' },
  { name: 'allowed_origins', kind: 'list', alias: 'origin' },
  { name: 'logout_redirect_uris', kind: 'list', alias: 'logout_redirect_uri' },
  { name: 'website_url', kind: 'text', alias: 'website' },
  { name: 'terms_url', kind: 'text', alias: 'terms' },
  { name: 'policy_url', kind: 'text', alias: 'policy' },
  { name: 'description', kind: 'text' },
  { name: 'tenant', kind: 'number' },
  { name: 'logo', kind: 'logo' },
] as const satisfies readonly (Column & { name: keyof Client | keyof ClientInfo })[];

export const columnNames: readonly string[] = columns.map(({ name }) => name);

/** The column of a name or alias. */
export function findColumn(name: string): Column | undefined {
  const all: readonly Column[] = columns;
  return all.find((column) => column.name === name || column.alias === name);
}

/** A client, of which any field may be missing or of another type than the contract says. */
export type ListedClient = Readonly<Record<string, unknown>>;

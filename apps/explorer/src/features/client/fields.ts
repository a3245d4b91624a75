import type { OperationId } from '@docspace-oauth/api';

/** What one operation says of a client. */
export interface Column {
  readonly step: number;
  readonly operationId: OperationId;
  /** Undefined while it loads and after a failure. */
  readonly record: object | undefined;
  readonly failure: string | undefined;
  readonly isLoading: boolean;
}

/** A field, and its value in each column; undefined where an operation does not have it. */
export interface Field {
  readonly name: string;
  readonly values: readonly unknown[];
}

/** The order in which a reader looks for them; any other field follows. */
const order = [
  'name',
  'client_id',
  'client_secret',
  'enabled',
  'is_public',
  'description',
  'scopes',
  'authentication_methods',
  'redirect_uris',
  'allowed_origins',
  'logout_redirect_uris',
  'website_url',
  'terms_url',
  'policy_url',
  'logo',
  'created_on',
  'created_by',
  'modified_on',
  'modified_by',
  'tenant',
];

/** All fields that any of the records has. */
export function fieldsOf(columns: readonly Column[]): Field[] {
  const records = columns.map(({ record }) => record as Readonly<Record<string, unknown>> | undefined);
  const names = new Set(records.flatMap((record) => Object.keys(record ?? {})));
  const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...names]
    .toSorted((a, b) => place(a) - place(b))
    .map((name) => ({
      name,
      values: records.map((record) => (record && Object.hasOwn(record, name) ? record[name] : undefined)),
    }));
}

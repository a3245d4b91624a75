import type { Client } from '@docspace-oauth/api';

const columns = [
  'client_id',
  'name',
  'enabled',
  'is_public',
  'scopes',
  'authentication_methods',
  'redirect_uris',
  'website_url',
  'description',
  'created_on',
  'created_by',
  'modified_on',
  'modified_by',
] as const satisfies readonly (keyof Client)[];

/** The clients as a table for spreadsheets (RFC 4180). No secret is in it. */
export function toCsv(clients: readonly Client[]): string {
  const lines = clients.map((client) => columns.map((column) => cell(client[column])).join(','));
  return [columns.join(','), ...lines, ''].join('\r\n');
}

/** The clients with all of their fields but secrets. */
export function toJson(clients: readonly Client[]): string {
  const withoutSecrets = (name: string, value: unknown): unknown =>
    /secret/iu.test(name) ? undefined : value;
  return `${JSON.stringify(clients, withoutSecrets, 2)}\n`;
}

function cell(value: string | boolean | readonly string[] | null | undefined): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'object' ? value.join(' ') : String(value);
  // A spreadsheet would run it: Excel also where blanks or full-width characters are before or in place of the sign.
  const safe = /^[\s\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

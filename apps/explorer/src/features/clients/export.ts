import type { Client } from '@docspace-oauth/api';
import { csvCell } from '@docspace-oauth/terminal/csv-cell';

import { visibleText } from '../../shared/visible-text.ts';

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

/** One cell, on one line. */
function cell(value: string | boolean | readonly string[] | null | undefined): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'object' ? value.join(' ') : String(value);
  return csvCell(visibleText(text.replaceAll(/\s+/gu, ' ').trim()));
}

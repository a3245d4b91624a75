import type { Client } from '@docspace-oauth/api';
import { visible } from './quote.ts';
import { parseUri, type Uri } from './uri.ts';

/** The pages that the consent screen links to. */
export const linkFields = ['website_url', 'terms_url', 'policy_url'] as const;

/** A client as the rules see it: read once, without its secret, and whatever a server sent instead of the right types. */
export interface AuditedClient {
  /** Stable from run to run: the client's id, made harmless. */
  readonly subject: string;
  readonly name: string | undefined;
  readonly redirectUris: readonly Uri[];
  readonly allowedOrigins: readonly Uri[];
  readonly authenticationMethods: readonly string[];
  readonly scopes: readonly string[];
  readonly links: Readonly<Record<(typeof linkFields)[number], string | undefined>>;
  readonly logo: string | undefined;
  /** In milliseconds since 1970; undefined if it cannot be read. */
  readonly changed: number | undefined;
  readonly enabled: unknown;
  readonly isPublic: unknown;
}

export const withoutId = '(a client without an id)';

export function auditedClient(client: Client): AuditedClient {
  const record = (typeof client === 'object' && client !== null ? client : {}) as Record<string, unknown>;
  const secret = record['client_secret'];
  const hide = hider(typeof secret === 'string' ? secret : '');
  const text = (field: string): string | undefined => textOf(record[field], hide);
  const texts = (field: string): string[] => textsOf(record[field], hide);
  const words = (field: string): string[] => texts(field).map((word) => word.trim().toLowerCase());
  return {
    subject: visible(text('client_id')?.slice(0, 100) ?? withoutId),
    name: text('name'),
    redirectUris: texts('redirect_uris').map(parseUri),
    allowedOrigins: texts('allowed_origins').map(parseUri),
    authenticationMethods: words('authentication_methods').filter(Boolean),
    scopes: words('scopes').filter(Boolean),
    links: { website_url: text('website_url'), terms_url: text('terms_url'), policy_url: text('policy_url') },
    logo: text('logo'),
    changed: timeOf(record['modified_on']) ?? timeOf(record['created_on']),
    enabled: record['enabled'],
    isPublic: record['is_public'],
  };
}

/** Takes the client's secret out of any other field, in case it was put there. Shorter ones would match ordinary words. */
function hider(secret: string): (text: string) => string {
  return secret.length < 8 ? (text) => text : (text) => text.replaceAll(secret, '••••');
}

/** A text with content. A portal may send the text `null` in the place of null. */
function textOf(value: unknown, hide: (text: string) => string): string | undefined {
  return typeof value === 'string' && value.trim() !== '' && value !== 'null' ? hide(value) : undefined;
}

/** The texts of a set, each once. */
function textsOf(value: unknown, hide: (text: string) => string): string[] {
  if (!Array.isArray(value)) return [];
  return [...new Set(value.filter((item) => typeof item === 'string').map(hide))];
}

function timeOf(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined;
  // A portal writes up to nine digits of a fraction; not every engine takes more than three.
  const time = Date.parse(value.replace(/(\.\d{3})\d+/u, '$1'));
  return Number.isNaN(time) ? undefined : time;
}

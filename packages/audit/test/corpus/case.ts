import { createHash } from 'node:crypto';
import type { Client } from '@docspace-oauth/api';

/** One client of the corpus, and what the audit has to say about it: these rules and no others. */
export interface Case {
  readonly what: string;
  readonly client: Client;
  /** Ids of rules, in any order. */
  readonly finds: readonly string[];
  /** Names of further clients in the same portal, which are otherwise harmless. */
  readonly beside?: readonly string[];
}

/** The day on which the corpus is audited. */
export const today: Date = new Date('2026-11-29T12:00:00Z');

/** A field that is absent, null or of a wrong type, as servers of other versions send it. */
export type Fields = { readonly [Field in keyof Client]?: unknown };

/** A harmless web app on a domain of its own. */
export function app(name: string, domain: string, fields: Fields = {}): Client {
  const hash = createHash('sha256').update(`${name} ${domain}`).digest('hex');
  const id = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    hash.slice(12, 16),
    hash.slice(16, 20),
    hash.slice(20, 32),
  ];
  return {
    client_id: id.join('-'),
    client_secret: hash.slice(0, 36),
    name,
    description: null,
    website_url: `https://www.${domain}`,
    terms_url: `https://www.${domain}/terms`,
    policy_url: `https://www.${domain}/privacy`,
    logo: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    authentication_methods: ['client_secret_post'],
    tenant: 1,
    redirect_uris: [`https://app.${domain}/oauth/callback`],
    allowed_origins: [`https://app.${domain}`],
    logout_redirect_uris: [],
    scopes: ['files:read'],
    created_on: '2026-02-03T08:15:30.123456Z',
    created_by: '3a8d10f6-2c7e-4b59-91d4-6e0fb7a25c18',
    modified_on: '2026-09-01T16:45:00Z',
    modified_by: '3a8d10f6-2c7e-4b59-91d4-6e0fb7a25c18',
    enabled: true,
    is_public: false,
    ...fields,
  } as Client;
}

export function harmless(client: Client, ...notes: string[]): Case {
  return { what: client.name, client, finds: notes };
}

/** A client that is harmless except for these fields. */
export function suspect(what: string, fields: Fields, ...finds: string[]): Case {
  return { what, client: app(what, 'tasks.example', fields), finds };
}

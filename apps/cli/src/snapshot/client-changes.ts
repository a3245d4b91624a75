import { textOf } from '../columns/column-kinds.ts';
import type { SnapshotClient } from './snapshot-file.ts';

/** What is different about a client. */
export interface ClientChange {
  readonly change: string;
  readonly detail: string | undefined;
}

/** Lists: the words for an item that came and for one that went. */
const lists: readonly (readonly [field: string, added: string, removed: string])[] = [
  ['scopes', 'scopes widened', 'scopes narrowed'],
  ['redirect_uris', 'redirect URI added', 'redirect URI removed'],
  ['allowed_origins', 'origin added', 'origin removed'],
  ['logout_redirect_uris', 'logout redirect URI added', 'logout redirect URI removed'],
  ['authentication_methods', 'authentication method added', 'authentication method removed'],
];

/** Flags: the words for true and for false. */
const flags: readonly (readonly [field: string, on: string, off: string])[] = [
  ['enabled', 'enabled', 'disabled'],
  ['is_public', 'offered to other portals', 'no longer offered to other portals'],
];

/** Single values, and whether the new one is told. */
const values: readonly (readonly [field: string, change: string, isTold: boolean])[] = [
  ['client_secret_sha256', 'secret changed', false],
  ['name', 'renamed', true],
  ['description', 'description changed', true],
  ['website_url', 'website changed', true],
  ['terms_url', 'terms changed', true],
  ['policy_url', 'policy changed', true],
  ['logo_sha256', 'logo changed', false],
];

const known = new Set([
  'client_id',
  'modified_on',
  'modified_by',
  ...[...lists, ...flags, ...values].map(([field]) => field),
]);

/** The changes of one client, the gravest kinds first. */
export function changesOfClient(was: SnapshotClient, is: SnapshotClient): ClientChange[] {
  const both = (field: string): boolean => Object.hasOwn(was, field) && Object.hasOwn(is, field);
  const found = [
    ...lists
      .filter(([field]) => both(field))
      .flatMap(([field, ...words]) => listChanges(was[field], is[field], words)),
    ...flags
      .filter(([field]) => both(field) && was[field] !== is[field])
      .map(([field, on, off]) => ({ change: is[field] === true ? on : off, detail: undefined })),
    ...values
      .filter(([field]) => both(field) && was[field] !== is[field])
      .map(([field, change, isTold]) => ({
        change,
        detail: isTold ? told(was[field], is[field]) : undefined,
      })),
    ...others(was, is),
  ];
  if (found.length > 0 || was['modified_on'] === is['modified_on']) return found;
  return [{ change: 'saved again', detail: told(was['modified_on'], is['modified_on']) }];
}

function listChanges(was: unknown, is: unknown, [added, removed]: readonly [string, string]): ClientChange[] {
  const [old, now] = [itemsOf(was), itemsOf(is)];
  return [
    ...now.filter((item) => !old.includes(item)).map((detail) => ({ change: added, detail })),
    ...old.filter((item) => !now.includes(item)).map((detail) => ({ change: removed, detail })),
  ];
}

/** Fields that have no word of their own, among them those that a later version of the portal adds. */
function others(was: SnapshotClient, is: SnapshotClient): ClientChange[] {
  return Object.keys(is)
    .filter((field) => !known.has(field) && Object.hasOwn(was, field))
    .filter((field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]))
    .map((field) => ({ change: `${field} changed`, detail: told(was[field], is[field]) }));
}

function itemsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map((item) => textOf(item)) : [];
}

function told(was: unknown, is: unknown): string {
  return `${shown(was)} -> ${shown(is)}`;
}

function shown(value: unknown): string {
  return value === null || value === undefined || value === '' ? 'none' : textOf(value);
}

import { clean } from '@docspace-oauth/terminal/text';

/** The consent screen's words for what a scope is about. */
const words: Readonly<Record<string, string>> = {
  'accounts.self': 'Profile',
  accounts: 'Accounts',
  files: 'Files & Folders',
  rooms: 'Rooms',
  openid: 'Open ID',
};

/** What a client asks for, as the consent screen says it: `Files & Folders`, and read, write or both. */
export interface Consent {
  readonly what: string;
  readonly access: readonly string[];
  readonly scopes: readonly string[];
}

/** Scopes by what they are about. One that the consent screen has no word for stays as it is. */
export function consentsOf(scopes: unknown): Consent[] {
  const consents = new Map<string, Consent>();
  for (const given of Array.isArray(scopes) ? scopes : []) {
    const scope = clean(String(given));
    const [subject = '', access] = scope.split(':', 2);
    const what = Object.hasOwn(words, subject) ? (words[subject] ?? subject) : subject;
    const known = consents.get(what) ?? { what, access: [], scopes: [] };
    consents.set(what, {
      what,
      access: access === undefined ? known.access : [...known.access, access],
      scopes: [...known.scopes, scope],
    });
  }
  return [...consents.values()];
}

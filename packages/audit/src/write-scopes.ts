/** The older name of a resource in another of the portal's versions. */
const renamed: Readonly<Record<string, string>> = { contacts: 'accounts', 'contacts.self': 'accounts.self' };

/** What a portal has scopes for, and what the consent screen calls it. */
export const resources: ReadonlyMap<string, string> = new Map([
  ['files', 'Files & Folders'],
  ['rooms', 'Rooms'],
  ['accounts', 'Accounts'],
  ['accounts.self', 'Profile'],
]);

export function writeScopes(scopes: readonly string[]): string[] {
  return scopes.filter((scope) => scope.endsWith(':write'));
}

/** The known resources that some scopes let a client change. */
export function writableResources(scopes: readonly string[]): Set<string> {
  const names = writeScopes(scopes).map((scope) => scope.slice(0, -':write'.length));
  return new Set(names.map((name) => renamed[name] ?? name).filter((name) => resources.has(name)));
}

/** What the consent screen of a portal calls a scope's resource. */
const resources: ReadonlyMap<string, string> = new Map([
  ['accounts.self', 'Profile'],
  ['accounts', 'Accounts'],
  ['files', 'Files & Folders'],
  ['rooms', 'Rooms'],
  ['openid', 'Open ID'],
]);

/** A line of the consent screen. */
export interface ScopeLine {
  readonly resource: string;
  /** What the client may do with it; empty where that is not said. */
  readonly access: string;
}

/** Scopes in the words of the consent screen; one that it has no word for keeps its own name. */
export function scopeLines(scopes: readonly string[]): ScopeLine[] {
  const accesses = new Map<string, Set<string>>();
  for (const scope of scopes) {
    const [, name = scope, access = ''] = /^(.*):(read|write)$/u.exec(scope) ?? [];
    const known = accesses.get(name) ?? new Set();
    accesses.set(name, known.add(access));
  }
  return [...accesses].map(([name, access]) => ({
    resource: resources.get(name) ?? name,
    access: ['read', 'write'].filter((right) => access.has(right)).join(' and '),
  }));
}

import { resources } from './write-scopes.ts';

/** What the consent screen of a portal calls what a scope is about. */
const words: ReadonlyMap<string, string> = new Map([...resources, ['openid', 'Open ID']]);

type Access = 'read' | 'write';

/** A line of the consent screen. */
export interface ConsentLine {
  /** Such as `Files & Folders`. A resource that the consent screen has no word for keeps its own name. */
  readonly what: string;
  /** What the client may do with it; empty where the scopes do not say. */
  readonly access: readonly Access[];
  /** The scopes that the line stands for. */
  readonly scopes: readonly string[];
}

/** Scopes in the words of the consent screen: one line for all of a resource, in the order of the scopes. */
export function consentLines(scopes: readonly string[]): ConsentLine[] {
  const groups = new Map<string, { access: Set<Access>; scopes: string[] }>();
  for (const scope of scopes) {
    const [, resource = scope, access] = /^(.*):(read|write)$/u.exec(scope) ?? [];
    const group = groups.get(resource) ?? { access: new Set(), scopes: [] };
    groups.set(resource, group);
    group.scopes.push(scope);
    if (access !== undefined) group.access.add(access as Access);
  }
  return [...groups].map(([resource, group]) => ({
    what: words.get(resource) ?? resource,
    access: (['read', 'write'] as const).filter((access) => group.access.has(access)),
    scopes: group.scopes,
  }));
}

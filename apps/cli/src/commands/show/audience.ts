import type { ThreeReads } from './reads.ts';

/** Who gets to see a field; what the creator of a client sees, administrators see as well. */
export type Audience = 'anyone' | 'creator' | 'administrator' | 'secret';

/** All fields that any of the three reads reveals, and who sees each. */
export function audiences({ dialect, records }: ThreeReads): ReadonlyMap<string, Audience> {
  const { getClient = {}, getClientInfo = {}, getPublicClientInfo = {} } = records;
  const names = Object.keys({ ...getClient, ...getClientInfo, ...getPublicClientInfo });
  return new Map(
    names.map((name) => {
      if (Object.hasOwn(getPublicClientInfo, name)) return [name, 'anyone'];
      if (/secret/iu.test(name)) return [name, 'secret'];
      // The guide keeps its extended record, step 3, for administrators.
      const isExtended = dialect === 'guide' && !Object.hasOwn(getClient, name);
      return [name, isExtended ? 'administrator' : 'creator'];
    }),
  );
}

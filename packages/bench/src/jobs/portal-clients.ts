/** The clients of a portal, as few words as the mock needs: it makes up the other fields. */
export interface PortalData {
  /** Self-hosted portals keep their clients in SQL, those of the vendor's cloud are `saas`. */
  store: 'sql' | 'saas';
  clients: number;
  /** How many clients have the same date, as after an import. */
  sharingDate: number;
}

export interface PortalClient {
  name: string;
  client_id: string;
  created_on: string;
}

const newest = Date.UTC(2026, 3, 1, 12);

export function clientsOf({ clients, sharingDate }: PortalData): PortalClient[] {
  return Array.from({ length: clients }, (_, index) => ({
    name: `Client ${index}`,
    client_id: knownId(index),
    created_on: new Date(newest - Math.floor(index / sharingDate) * 60_000).toISOString(),
  }));
}

const idOf = (prefix: string, index: number): string =>
  `${prefix}-0000-4000-8000-${String(index).padStart(12, '0')}`;

/** The id of a client of the portal. */
export const knownId = (index: number): string => idOf('00000000', index);

/** An id that no client of the portal has. */
export const unknownId = (index: number): string => idOf('11111111', index);

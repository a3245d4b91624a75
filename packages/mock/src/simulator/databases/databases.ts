import type { Database } from './database.ts';
import { saas } from './saas.ts';
import { sql } from './sql.ts';

/** The two stores that portals have: `sql` where it is self-hosted, `saas` in the vendor's cloud. */
export const storeNames = ['sql', 'saas'] as const;
export type StoreName = (typeof storeNames)[number];

export const databases: Readonly<Record<StoreName, Database>> = { sql, saas };

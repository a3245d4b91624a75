/** The two contracts: what the guide documents, and what a portal serves. */
export const dialects = ['guide', 'portal'] as const;

export type Dialect = (typeof dialects)[number];

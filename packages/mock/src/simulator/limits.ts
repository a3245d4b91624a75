/** How many calls are answered: of a user in a minute, and of all in a second; unlimited if left out. */
export interface Limits {
  readonly userPerMinute?: number | undefined;
  readonly serverPerSecond?: number | undefined;
  /** Of public information. */
  readonly publicPerSecond?: number | undefined;
}

/** The limits of the two ways in which portals run: as several services, and as one process. */
export const limitNames = ['off', 'full', 'minified'] as const;
export type LimitName = (typeof limitNames)[number];

export const namedLimits: Readonly<Record<LimitName, Limits>> = {
  off: {},
  full: { userPerMinute: 200, serverPerSecond: 125, publicPerSecond: 25 },
  minified: { userPerMinute: 100, serverPerSecond: 125, publicPerSecond: 25 },
};

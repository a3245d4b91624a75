import type { Dialect } from './routes.ts';

/** Which dialect the server speaks. */
export interface DialectOf {
  /** Undefined until it is decided. */
  readonly known: Dialect | undefined;
  /** Decides it, once. Concurrent first calls share one probe; one that fails decides nothing and is forgotten. */
  ask(): Promise<Dialect>;
}

export function createDialect(setting: Dialect | 'auto', probe: () => Promise<Dialect>): DialectOf {
  let known = setting === 'auto' ? undefined : setting;
  let pending: Promise<Dialect> | undefined;
  return {
    get known() {
      return known;
    },
    async ask() {
      if (known) return known;
      pending ??= probe()
        .then((dialect) => (known = dialect))
        .finally(() => (pending = undefined));
      return pending;
    },
  };
}

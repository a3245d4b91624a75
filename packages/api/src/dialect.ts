import type { Dialect } from './routes.ts';

/**
 * Remembers which dialect the server speaks. Concurrent first calls share one probe; a probe that fails decides nothing
 * and is forgotten.
 */
export function createDialect(
  setting: Dialect | 'auto',
  probe: () => Promise<Dialect>,
): () => Promise<Dialect> {
  let known: Promise<Dialect> | undefined = setting === 'auto' ? undefined : Promise.resolve(setting);
  return () => {
    known ??= probe().catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
}

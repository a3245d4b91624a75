/** A value that is loaded when it is wanted. */
export interface Cache<T> {
  /** Undefined until it is there, and once it is stale. */
  current: () => T | undefined;
  /** Loads it, unless it is there. Concurrent callers share one load; one that fails is forgotten. */
  get: () => Promise<T>;
  /** Keeps a value that came another way; with undefined, the next wish loads one. */
  put: (value: T | undefined) => void;
}

export function createCache<T>(
  load: () => Promise<T>,
  isFresh: (value: T) => boolean = () => true,
): Cache<T> {
  let held: T | undefined;
  let loading: Promise<T> | undefined;
  const current = (): T | undefined => (held !== undefined && isFresh(held) ? held : undefined);
  return {
    current,
    get: async () =>
      current() ??
      (loading ??= load()
        .then((value) => (held = value))
        .finally(() => (loading = undefined))),
    put: (value) => (held = value),
  };
}

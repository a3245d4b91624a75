/** A value that is loaded on demand and shared by all callers. */
export interface Shared<T> {
  /** Undefined until the value is loaded, and once it is stale. */
  current: () => T | undefined;
  /** Loads the value unless it is there. Concurrent callers share one load; a load that fails is not remembered. */
  get: () => Promise<T>;
  /** Sets the value; undefined makes the next `get` load it. */
  set: (value: T | undefined) => void;
}

export function createShared<T>(
  load: () => Promise<T>,
  isFresh: (value: T) => boolean = () => true,
): Shared<T> {
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
    set(value) {
      held = value;
    },
  };
}

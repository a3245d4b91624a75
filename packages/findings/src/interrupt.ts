/** What is used of `process`. */
interface Interruptible {
  once(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  off(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
}

export interface Interrupt {
  /** Aborted by the first Ctrl-C, so that the run stops and reports on what was done. */
  readonly signal: AbortSignal;
  /** Gives Ctrl-C its usual meaning back. */
  readonly stop: () => void;
}

/** Hears the first Ctrl-C or SIGTERM. A second one ends the process at once, as usual. */
export function abortOnInterrupt(source: Interruptible = process): Interrupt {
  const controller = new AbortController();
  const stop = (): void => {
    source.off('SIGINT', abort);
    source.off('SIGTERM', abort);
  };
  const abort = (): void => {
    stop();
    controller.abort();
  };
  source.once('SIGINT', abort);
  source.once('SIGTERM', abort);
  return { signal: controller.signal, stop };
}

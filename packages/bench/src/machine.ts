import { availableParallelism, cpus, loadavg } from 'node:os';

/** Absolute figures of two machines, or of a busy and an idle one, do not compare; their ratios may. */
export function describeMachine(): string {
  const cpu = cpus()[0]?.model.trim() ?? 'unknown CPU';
  // The load is always 0 on Windows.
  const load = `load ${loadavg()[0]?.toFixed(1)}`;
  const date = new Date().toISOString().slice(0, 10);
  const system = `${process.platform} ${process.arch}`;
  return [date, `Node ${process.version}`, system, `${availableParallelism()} cores (${cpu})`, load].join(
    ', ',
  );
}

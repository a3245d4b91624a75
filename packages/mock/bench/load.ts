import { Agent } from 'node:http';

import { answerOf } from './answer.ts';

export interface LoadResult {
  readonly perSecond: number;
  /** Answers other than 200, and calls without a whole answer. */
  readonly errors: number;
}

/** Sends so many requests, so many at once, going round the paths. */
export async function load(
  url: string,
  paths: readonly string[],
  count: number,
  atOnce: number,
): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  let sent = 0;
  let errors = 0;
  const worker = async (): Promise<void> => {
    while (sent < count) {
      const path = paths[sent % paths.length] ?? '/';
      sent += 1;
      if ((await answerOf(url + path, agent)) !== 200) errors += 1;
    }
  };
  const begin = performance.now();
  await Promise.all(Array.from({ length: atOnce }, worker));
  const seconds = (performance.now() - begin) / 1000;
  agent.destroy();
  return { perSecond: count / seconds, errors };
}

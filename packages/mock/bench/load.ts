import { Agent, request } from 'node:http';

export interface LoadResult {
  readonly perSecond: number;
  /** Answers other than 200, and calls without an answer. */
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
      if ((await statusOf(url + path, agent)) !== 200) errors += 1;
    }
  };
  const begin = performance.now();
  await Promise.all(Array.from({ length: atOnce }, worker));
  const seconds = (performance.now() - begin) / 1000;
  agent.destroy();
  return { perSecond: count / seconds, errors };
}

async function statusOf(url: string, agent: Agent): Promise<number | undefined> {
  return new Promise((resolve) => {
    const call = request(url, { agent, headers: { authorization: 'Bearer admin-1' } }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode));
      response.once('error', () => resolve(undefined));
    });
    call.once('error', () => resolve(undefined)).end();
  });
}

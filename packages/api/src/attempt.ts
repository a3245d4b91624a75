import { readBody } from './body.ts';
import type { Deadline } from './deadline.ts';
import type { Config } from './options.ts';

/** Workers refuse this option and have no cookies; a browser would send a stale cookie, which beats a fresh header. */
const withoutCookies: RequestInit = 'credentials' in Request.prototype ? { credentials: 'omit' } : {};

/** Makes a Response read from memory: its body has come already, so it cannot stall, break off or grow. */
function hold(response: Response, text: string): Response {
  const copy = (): Response => new Response(text, { headers: response.headers });
  return Object.defineProperties(response, {
    text: { value: async () => text },
    json: { value: async (): Promise<unknown> => JSON.parse(text) },
    arrayBuffer: { value: () => copy().arrayBuffer() },
    blob: { value: () => copy().blob() },
    body: { get: () => copy().body },
  });
}

/** One request with a deadline of its own, which covers the reading of its body. */
export function attempt(url: string, headers: Headers, total: Deadline, config: Config): Promise<Response> {
  return total.within(async (signal) => {
    const response = await config.fetch(url, {
      ...withoutCookies,
      method: 'GET',
      headers,
      signal,
      redirect: 'manual',
    });
    return hold(response, await readBody(response, config.maxBodyBytes));
  }, config.attemptTimeoutMs);
}

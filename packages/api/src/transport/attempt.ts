import { readBody } from './body.ts';
import type { Deadline } from './deadline.ts';
import type { Config } from '../options.ts';

/** Workers refuse this option and have no cookies; a browser would send a stale cookie, which beats a fresh header. */
function withoutCookies(): RequestInit {
  // Not at import: the first touch of Request makes Node load the whole of its fetch.
  return 'credentials' in Request.prototype ? { credentials: 'omit' } : {};
}

const bodies = new WeakMap<Response, string>();

/** A fresh Response of a held body, for readings that need a stream. */
function copyOf(response: Response): Response {
  return new Response(bodies.get(response), { headers: response.headers });
}

/** Shared by all held Responses: made anew for each, they would cost more than the rest of a call. */
const readers = {
  text(this: Response): Promise<string> {
    return Promise.resolve(bodies.get(this) ?? '');
  },
  async json(this: Response): Promise<unknown> {
    return JSON.parse(bodies.get(this) ?? '');
  },
  arrayBuffer(this: Response): Promise<ArrayBuffer> {
    return copyOf(this).arrayBuffer();
  },
  blob(this: Response): Promise<Blob> {
    return copyOf(this).blob();
  },
};
const bodyReader = {
  get(this: Response): ReadableStream | null {
    return copyOf(this).body;
  },
};

/** Makes a Response read from memory: its body has come already, so it cannot stall, break off or grow. */
function hold(response: Response, text: string): Response {
  bodies.set(response, text);
  Object.defineProperty(response, 'body', bodyReader);
  return Object.assign(response, readers);
}

/** One request with a deadline of its own, which covers the reading of its body. */
export function attempt(url: string, headers: Headers, total: Deadline, config: Config): Promise<Response> {
  return total.within(async (signal) => {
    const response = await config.fetch(url, {
      ...withoutCookies(),
      method: 'GET',
      headers,
      signal,
      redirect: 'manual',
    });
    return hold(response, await readBody(response, config.maxBodyBytes));
  }, config.attemptTimeoutMs);
}

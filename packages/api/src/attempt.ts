import { readBody } from './body.ts';
import type { Deadline } from './deadline.ts';
import { startDeadline } from './deadline.ts';
import type { Config } from './options.ts';

/** Statuses that a Response with a body cannot be made of. */
const bodiless = new Set([204, 205, 304]);

/** Workers refuse this option and have no cookies; a browser would send a stale cookie, which beats a fresh header. */
const withoutCookies: RequestInit = 'credentials' in Request.prototype ? { credentials: 'omit' } : {};

/**
 * One request with a deadline of its own. The Response that it resolves to holds its whole body in memory: what comes
 * after cannot stall, break off or grow.
 */
export async function attempt(
  url: string,
  headers: Headers,
  total: Deadline,
  config: Config,
): Promise<Response> {
  const deadline = startDeadline(config.attemptTimeoutMs, total.signal);
  const exchange = async (): Promise<Response> => {
    const { signal } = deadline;
    const response = await config.fetch(url, {
      ...withoutCookies,
      method: 'GET',
      headers,
      signal,
      redirect: 'manual',
    });
    // A browser hides everything of a redirect, its status too.
    if (response.type === 'opaqueredirect') return new Response(null, { status: 302 });
    const text = await readBody(response, config.maxBodyBytes);
    return new Response(bodiless.has(response.status) ? null : text, response);
  };
  try {
    // Raced, because a caller's own fetch may not hear the signal.
    return await deadline.race(exchange());
  } finally {
    deadline.end();
  }
}

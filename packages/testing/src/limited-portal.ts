import type { Limiter } from './limiter.ts';

/** A fetch that answers as a portal behind these limiters does, after a random latency, without any network. */
export function limitedFetch(limiter: Limiter, latencyMs: number = 50): typeof globalThis.fetch {
  const respond = (path: string): Response => {
    if (path.endsWith('/security/oauth2/token')) {
      const claims = btoa(JSON.stringify({ exp: Date.now() / 1000 + 300 }));
      return Response.json({ response: `${claims}.${claims}.signature` });
    }
    const { allowed, headers, body } = limiter.take(path.endsWith('/public/info'));
    if (!allowed) return new Response(body || null, { status: 429, headers });
    const id = path.split('/')[4] ?? '';
    return Response.json({ client_id: id, name: id }, { headers });
  };
  return (input, init) =>
    new Promise((resolve, reject) => {
      const { pathname } = new URL(input instanceof Request ? input.url : input);
      // Half of the time there, half of it back.
      const wayMs = (): number => latencyMs * (0.25 + Math.random() / 2);
      let timer = setTimeout(() => {
        const response = respond(pathname);
        timer = setTimeout(() => resolve(response), wayMs());
      }, wayMs());
      init?.signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(new DOMException('aborted', 'AbortError'));
      });
    });
}

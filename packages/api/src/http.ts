import type { Client } from 'openapi-fetch';
import createHttpClient from 'openapi-fetch';
import type { invalidInput } from './error.ts';
import type { Config } from './options.ts';
import type { RequestId } from './routes.ts';
import type { Call } from './transport/call.ts';

const patterns: [RequestId, RegExp][] = [
  ['generateJwtToken', /\/api\/2\.0\/security\/oauth2\/token$/],
  ['getClientsInfo', /\/clients\/info$/],
  ['getPublicClientInfo', /\/clients\/(?:public\/[^/]+|[^/]+\/public)\/info$/],
  ['getClientInfo', /\/clients\/[^/]+\/info$/],
  ['getClients', /\/clients$/],
  ['getClient', /\/clients\/[^/]+$/],
];

/** The operation that a request's path belongs to, in either dialect; undefined for a path of no operation. */
export function operationOf(pathname: string): RequestId | undefined {
  return patterns.find(([, pattern]) => pattern.test(pathname))?.[0];
}

/** A Response to read like any other, of an answer whose body has come. */
function held(response: Response, text: string): Response {
  const { status, statusText, headers, url } = response;
  // Neither a browser's opaque redirect (0) nor a status beyond the standard's (999) can be made anew.
  if (status < 200 || status > 599) {
    return Object.defineProperty(response, 'text', { value: async () => text });
  }
  return Object.defineProperties(new Response(text || null, { status, headers }), {
    url: { value: url },
    statusText: { value: statusText },
  });
}

/**
 * openapi-fetch on the transport of the methods. A file of its own, loaded on demand: whatever it imported of the main
 * file, other than types, would be split from that too, so `refuse` is handed in.
 */
export function createHttp<Paths extends object>(
  { baseUrl, origin }: Config,
  call: Call,
  refuse: typeof invalidInput,
): Client<Paths> {
  return createHttpClient<Paths>({
    baseUrl,
    async fetch({ method, url, headers, signal }) {
      const target = new URL(url);
      if (method !== 'GET') throw refuse(`${method} is not sent: the contract has GET operations only.`);
      // Checked here, after middleware and a call's own baseUrl had their say.
      if (target.origin !== origin) throw refuse(`Nothing is sent anywhere but to ${origin}.`);
      const operationId = operationOf(target.pathname);
      const { response, text } = await call(operationId, url, signal, Object.fromEntries(headers));
      return held(response, text);
    },
  });
}

import { createDocSpaceClient } from '@docspace-oauth/api';
import { nodeFetch } from '@docspace-oauth/api/node';
import { transportOf, type Reply, type RequestId } from '@docspace-oauth/api/transport';

import type { ProxySettings } from './options.ts';
import type { Match } from './routing.ts';
import { redirectProblem, toUpstreamProblem } from './upstream-failure.ts';

/** Sends a request to the portal with the credential of its operation, and resolves to the response. */
export type Forward = (match: Match, accept: string | undefined, signal: AbortSignal) => Promise<Reply>;

/** The connection to the portal; `closing` ends everything that is under way. */
export function createForward(settings: ProxySettings, closing: AbortSignal): Forward {
  const { upstream, apiKey, allowInsecure, timeoutMs, maxBodyBytes } = settings;
  const fetch = nodeFetch();
  const docspace = createDocSpaceClient({
    baseUrl: upstream,
    apiKey,
    allowInsecure,
    timeoutMs,
    attemptTimeoutMs: timeoutMs,
    maxBodyBytes,
    dialect: 'portal',
    // Whether to wait and to try again is up to the page: it sees what the portal answered, a 429 too.
    retry: { attempts: 1, maxServerDelayMs: 0 },
    // A token exchange belongs to no single request, so only this ends it.
    fetch: (url, { headers, signal }) => fetch(url, { headers, signal: AbortSignal.any([closing, signal]) }),
  });
  const transport = transportOf(docspace);

  return async ({ operation, target }, accept, signal) => {
    let reply: Reply;
    try {
      reply = await transport.send({
        operationId: operation.operationId as RequestId,
        path: target,
        headers: accept === undefined ? {} : { accept },
        signal,
      });
    } catch (error) {
      throw toUpstreamProblem(error, settings);
    }
    if (reply.status >= 300 && reply.status < 400) throw redirectProblem(reply.status);
    return reply;
  };
}

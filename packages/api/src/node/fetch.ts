import type { Agent, IncomingMessage } from 'node:http';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { checkOptions } from '../check.ts';
import { invalidInput } from '../error.ts';
import { bodyOf } from './body.ts';
import { decoded } from './content-encoding.ts';
import { headersOf } from './headers.ts';
import type { NodeFetchResponse } from './response.ts';

export interface NodeFetchOptions {
  /**
   * Opens and keeps the connections: an Agent of `node:https`, or of `node:http` for an `http:` URL. For proxies and TLS.
   * @default Node's global agent, which keeps connections alive
   */
  agent?: Agent | undefined;
}

/** A part of the RequestInit of fetch. Any other field is ignored, `redirect` too: a redirect is never followed. */
export interface NodeFetchInit {
  method?: 'GET' | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
  signal?: AbortSignal | undefined;
}

export type NodeFetch = (url: string | URL, init?: NodeFetchInit) => Promise<NodeFetchResponse>;

const noOptions: Required<NodeFetchOptions> = { agent: undefined };

/** The same as the platform's fetch sends. A name that a caller gives in another case counts: the last one is sent. */
const defaultHeaders = { 'accept-encoding': 'gzip, deflate, br', 'user-agent': 'node' };

function checkAgent(agent: Agent | undefined): Agent | undefined {
  const { addRequest } = Object(agent) as { addRequest?: unknown };
  if (agent === undefined || typeof addRequest === 'function') return agent;
  throw invalidInput('agent is not an Agent of node:http or node:https.');
}

/**
 * Makes a fetch over `node:http` and `node:https`. It sends GET only and follows no redirect.
 * @example createDocSpaceClient({ baseUrl, apiKey, fetch: nodeFetch() })
 */
export function nodeFetch(options?: NodeFetchOptions): NodeFetch {
  const agent = checkAgent(checkOptions(options, 'The argument of nodeFetch', noOptions).agent);
  return async (url, init) => send(new URL(url), init ?? {}, agent);
}

function send(url: URL, init: NodeFetchInit, agent: Agent | undefined): Promise<NodeFetchResponse> {
  const { method = 'GET', headers, signal } = init;
  return new Promise((resolve, reject) => {
    if (method !== 'GET') throw new TypeError(`${String(method)} is not sent, only GET.`);
    if (signal?.aborted) throw signal.reason;
    const isSecure = url.protocol === 'https:';
    const start = isSecure ? requestHttps : requestHttp;
    const request = start({
      protocol: url.protocol,
      // An IPv6 address has brackets in a URL only.
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port,
      path: url.pathname + url.search,
      headers: { ...defaultHeaders, ...headers },
      agent,
      // Node would work out the name for TLS for each request, even without TLS.
      ...(!isSecure && { servername: '' }),
    });
    let end = (failure: Error): unknown => request.destroy(failure);
    const onAbort = (): void => {
      const reason: unknown = signal?.reason;
      end(reason instanceof Error ? reason : new Error('The request was aborted.', { cause: reason }));
      reject(reason);
    };
    const stopListening = (): void => signal?.removeEventListener('abort', onAbort);
    signal?.addEventListener('abort', onAbort);
    const fail = (error: Error): void => {
      stopListening();
      reject(error);
    };
    request.on('error', fail);
    // An answer that changes the protocol closes the connection without any error.
    const onClose = (): void => fail(new Error('The connection was closed before an answer.'));
    request.on('close', onClose);
    request.on('response', (message: IncomingMessage) => {
      const stream = decoded(message);
      // From now on the request only throws what still arrives away: the stream is what has to fail.
      end = (failure) => stream.destroy(failure);
      stream.on('close', stopListening);
      request.off('close', onClose);
      resolve({
        status: message.statusCode ?? 0,
        statusText: message.statusMessage ?? '',
        url: url.href,
        headers: headersOf(message),
        ...bodyOf(stream),
      });
    });
    request.end();
  });
}

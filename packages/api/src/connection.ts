import type { Client as HttpClient } from 'openapi-fetch';
import createHttpClient from 'openapi-fetch';
import { createAuthenticatedFetch } from './transport/authenticate.ts';
import { createCall } from './transport/call.ts';
import { startDeadline } from './transport/deadline.ts';
import { createDialect } from './dialect.ts';
import { aborted } from './transport/failure.ts';
import type { paths as GuidePaths } from './generated/guide.ts';
import type { paths as PortalPaths } from './generated/portal.ts';
import type { DocSpaceClientOptions } from './options.ts';
import { resolveOptions } from './options.ts';
import type { Read, TextResult } from './read.ts';
import { createRead } from './read.ts';
import { createRedactor } from './transport/redact.ts';
import type { Dialect } from './routes.ts';
import { routes } from './routes.ts';
import { readToken } from './shape.ts';
import type { Token } from './transport/token.ts';
import type { PlainRequest } from './transport/plain-request.ts';
import { BareRequest } from './transport/plain-request.ts';
import { createTokenCache, tokenOf } from './transport/token.ts';

/** One server: how it is reached, with which credential, and which dialect it speaks. */
export interface Connection {
  /** openapi-fetch as a caller knows it: with real Requests, for middleware of the caller's own. */
  http: HttpClient<GuidePaths>;
  /** openapi-fetch for the methods, seen through either contract. */
  guide: HttpClient<GuidePaths>;
  portal: HttpClient<PortalPaths>;
  read: Read;
  /** The dialect, once it is decided; with a signal, the wait for that can be aborted. */
  dialect: (signal?: AbortSignal) => Promise<Dialect>;
}

export function connect(options: DocSpaceClientOptions): Connection {
  const config = resolveOptions(options);
  const redactor = createRedactor(config.apiKey);
  const read = createRead(config, redactor);

  const settings = {
    baseUrl: config.baseUrl,
    headers: { accept: 'application/json, */*;q=0.1' },
    fetch: (request: PlainRequest): Promise<Response> => authenticatedFetch(request),
  };
  const http = createHttpClient<GuidePaths>(settings);
  const guide = createHttpClient<GuidePaths>({ ...settings, Request: BareRequest as never });
  const portal = guide as unknown as HttpClient<PortalPaths>;

  const askForToken = (): Promise<TextResult> =>
    portal.GET(routes.portal.generateJwtToken, { parseAs: 'text' });
  const takeToken = (result: TextResult): Token => {
    const value = read('generateJwtToken', 'portal', result, readToken);
    redactor.add(value);
    return tokenOf(value, result.response.headers.get('date'));
  };
  const tokens = createTokenCache(async () => takeToken(await askForToken()));

  const dialect = createDialect(config.dialect, async () => {
    const result = await askForToken();
    const { status, headers } = result.response;
    if (status === 401 || status === 403) return 'portal';
    if (status === 404 || status === 405) return 'guide';
    if (status === 200 && !headers.get('content-type')?.includes('json')) return 'guide';
    // Anything but a token decides nothing, and throws.
    tokens.put(takeToken(result));
    return 'portal';
  });
  const authenticatedFetch = createAuthenticatedFetch(config, createCall(config, redactor), dialect, tokens);

  return {
    http,
    guide,
    portal,
    read,
    async dialect(signal) {
      if (dialect.known || !signal) return dialect.known ?? dialect.ask();
      try {
        return await startDeadline(Infinity, signal).within(() => dialect.ask());
      } catch (error) {
        throw signal.aborted ? aborted(signal, undefined, 0) : error;
      }
    },
  };
}

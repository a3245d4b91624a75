/** The openapi-fetch client of the contract, on the transport of a DocSpace client. */
import type { Client } from 'openapi-fetch';
import createOpenapiFetch from 'openapi-fetch';
import type { DocSpaceClient } from './client.ts';
import { connectionOf } from './connection-of.ts';
import { invalidInput } from './error.ts';
import type { paths as GuidePaths } from './generated/guide.ts';
import type { paths as PortalPaths } from './generated/portal.ts';
import type { Dialect } from './protocol/dialect.ts';
import { operationOf, withPrefix } from './protocol/routes.ts';
import type { Reply } from './reply.ts';
import { transportOf } from './transport-of.ts';

export type { GuidePaths, PortalPaths };

/** The paths of the contract that a DocSpace client speaks: the portal's if that is certain, otherwise the guide's. */
export type PathsOf<Spoken extends Dialect> = [Spoken] extends ['portal'] ? PortalPaths : GuidePaths;

/** A WHATWG Response for a reply whose body has been read. */
function toResponse({ status, statusText, headers, text, url }: Reply): Response {
  // A Response can only be made with a status from 200 to 599. Another one is set afterwards, on a failure, so that a
  // clone, which loses it, is not taken for a success.
  const isStandard = status >= 200 && status <= 599;
  const response = new Response(text || null, {
    status: isStandard ? status : 502,
    headers: [...headers.entries()],
  });
  return Object.defineProperties(response, {
    url: { value: url },
    statusText: { value: statusText },
    ...(!isStandard && { status: { value: status } }),
    // In a browser, a redirect that is not followed is the only response with this status.
    ...(status === 0 && { type: { value: 'opaqueredirect' } }),
  });
}

/**
 * Makes a plain openapi-fetch client with the same credential, retries, time limits and rate budget as the DocSpace client.
 * It is typed by the guide's contract, or by the portal's for a client that was made with `dialect: 'portal'`.
 * @example const { data, response } = await createHttp(docspace).GET('/api/2.0/clients');
 */
export function createHttp<Spoken extends Dialect>(
  docspace: DocSpaceClient<Spoken>,
): Client<PathsOf<Spoken>> {
  const { baseUrl, send } = transportOf(docspace);
  const { pathPrefix, dialect } = connectionOf(docspace);
  /** The path where the options want an operation to be asked for, if the server is a portal. */
  const pathOf = async (path: string, signal: AbortSignal): Promise<string> =>
    pathPrefix !== 'clients' && (await dialect(signal)) === 'portal' ? withPrefix(path, pathPrefix) : path;
  return createOpenapiFetch<PathsOf<Spoken>>({
    baseUrl,
    async fetch({ method, url, headers, signal }) {
      if (method !== 'GET') {
        throw invalidInput(`${method} is not sent: the contract has GET operations only.`);
      }
      // Checked here because middleware, or the baseUrl of a single call, may have changed the URL.
      if (!url.startsWith(`${baseUrl}/`)) throw invalidInput(`Nothing is sent anywhere but to ${baseUrl}.`);
      const path = await pathOf(url.slice(baseUrl.length).replace(/#.*/s, ''), signal);
      const operationId = operationOf(path.replace(/\?.*/s, ''));
      return toResponse(await send({ operationId, path, headers: Object.fromEntries(headers), signal }));
    },
  });
}

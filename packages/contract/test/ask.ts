import { createDocSpaceClient } from '@docspace-oauth/api';
import { createHttp } from '@docspace-oauth/api/http';
import type { Dialect } from '@docspace-oauth/openapi';
import type { ContractRequest } from '../src/request.ts';

export interface Received {
  readonly status: number;
  /** Undefined if the response names none. */
  readonly mediaType: string | undefined;
  /** The parsed JSON or the text of the body; empty text if there is no body. */
  readonly body: unknown;
}

/** What openapi-fetch's GET is for requests that are data: their paths are not literal types. */
type Get = (
  path: string,
  init: Pick<ContractRequest, 'params'> & { headers: Record<string, string> },
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

/** Sends requests with a credential, through the generated client and thereby through the transport of packages/api. */
export function createAsk(
  dialect: Dialect,
  baseUrl: string,
): (request: ContractRequest, headers?: Record<string, string>) => Promise<Received> {
  const retry = { attempts: 1, maxServerDelayMs: 0 };
  const docspace = createDocSpaceClient({ baseUrl, apiKey: 'contract-test-key', dialect, retry });
  const get = createHttp(docspace).GET as Get;
  return async ({ path, params }, headers = {}) => {
    const { data, error, response } = await get(path, { params, headers });
    const mediaType = response.headers.get('content-type')?.split(';')[0];
    return { status: response.status, mediaType, body: data ?? error ?? '' };
  };
}

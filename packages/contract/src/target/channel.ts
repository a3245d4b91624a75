import type { DocSpaceClient, FetchLike } from '@docspace-oauth/api';
import { createDocSpaceClient } from '@docspace-oauth/api';
import type { RequestId } from '@docspace-oauth/api/transport';
import { transportOf } from '@docspace-oauth/api/transport';
import type { Dialect } from '@docspace-oauth/openapi';
import type { TargetRequest, TargetResponse } from './target.ts';

export interface ChannelOptions {
  readonly baseUrl: string;
  readonly dialect: Dialect;
  readonly fetch: FetchLike;
  /** @default false */
  readonly allowInsecure?: boolean;
  /** Whether a full rate limit is waited for, as on a portal, or is the answer. */
  readonly waits: boolean;
}

/** A credential that no server takes for one, in the header that the dialect reads. */
const refused: Readonly<Record<string, string>> = {
  authorization: 'Basic YTpi',
  'x-signature': 'not-a-token',
};

/** The headers of a request as a sender sends it, beside the key that its client has. */
function headersOf({ sender, headers }: TargetRequest): Readonly<Record<string, string>> {
  return sender === 'invalid' ? { ...refused, ...headers } : headers;
}

/** A DocSpace client with a key or without one. A response is what the server said first: a fault is not tried again. */
export function clientWith(
  apiKey: string | undefined,
  { waits, ...options }: ChannelOptions,
): DocSpaceClient {
  const retry = waits ? { attempts: 1 } : { attempts: 1, maxServerDelayMs: 0 };
  return createDocSpaceClient({ ...options, apiKey, retry });
}

/** Sends one GET through the transport of a DocSpace client. */
export async function sendThrough(
  docspace: DocSpaceClient,
  request: TargetRequest,
  signal?: AbortSignal,
): Promise<TargetResponse> {
  const reply = await transportOf(docspace).send({
    operationId: request.operationId as RequestId | undefined,
    path: request.path,
    headers: { ...headersOf(request) },
    signal,
  });
  return responseOf(reply.status, reply.headers.entries(), reply.text);
}

export function responseOf(
  status: number,
  entries: Iterable<readonly [string, string]>,
  text: string,
): TargetResponse {
  const headers = new Map([...entries].map(([name, value]) => [name.toLowerCase(), value]));
  const mediaType = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  const isJson = text !== '' && Boolean(mediaType?.endsWith('json'));
  const parsed = isJson ? parse(text) : undefined;
  return {
    status,
    headers,
    mediaType: mediaType === '' ? undefined : mediaType,
    text,
    body: parsed ? parsed.value : text,
    brokenJson: isJson && !parsed,
  };
}

function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

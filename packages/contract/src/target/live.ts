import type { DocSpaceClient, FetchLike } from '@docspace-oauth/api';
import { createDocSpaceClient, isDocSpaceError } from '@docspace-oauth/api';
import { nodeFetch } from '@docspace-oauth/api/node';
import { transportOf } from '@docspace-oauth/api/transport';
import type { Dialect, OpenApiDocument } from '@docspace-oauth/openapi';
import type { Sender } from '../cases/case.ts';
import { clientWith, sendThrough } from './channel.ts';
import { discover } from './discover.ts';
import type { Observer } from './exchange.ts';
import type { Facts } from './facts.ts';
import { noFacts } from './facts.ts';
import { observedFetch } from './observed-fetch.ts';
import type { Target } from './target.ts';
import { Unusable } from './unusable.ts';

export interface LiveOptions {
  readonly url: string;
  readonly dialect: Dialect | 'auto';
  readonly apiKey: string | undefined;
  readonly guestKey: string | undefined;
  /** Sends the key over `http:` to another machine too. */
  readonly allowInsecure?: boolean | undefined;
  /** @default requests over node:http and node:https */
  readonly fetch?: FetchLike | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A server that is named by its URL. It gets GETs only, and its rate limits are waited for. */
export async function liveTarget(
  options: LiveOptions,
  documentOf: (dialect: Dialect) => Promise<OpenApiDocument>,
  observe: Observer,
): Promise<Target> {
  const { url: baseUrl, apiKey, guestKey, signal } = options;
  const fetch = observedFetch(options.fetch ?? nodeFetch(), observe);
  const dialect = await contact(options, fetch);
  const channel = { baseUrl, dialect, fetch, allowInsecure: options.allowInsecure ?? false, waits: true };
  // One for each role, so that each keeps its own account of the rate limit.
  const clients = new Map<string, DocSpaceClient>();
  const docspace = (sender: Sender): DocSpaceClient => {
    const key = sender === 'key' ? apiKey : sender === 'guest' ? guestKey : undefined;
    const name = key === undefined ? 'none' : sender;
    const client = clients.get(name) ?? clientWith(key, channel);
    clients.set(name, client);
    return client;
  };
  const send: Target['send'] = async (request, abort = signal) =>
    sendThrough(docspace(request.sender), request, abort);
  const target: Target = {
    name: new URL(baseUrl).host,
    kind: 'live',
    dialect,
    facts: await factsOf(dialect, await documentOf(dialect), (request) => send(request)),
    missing: (sender) => missingKey(sender, apiKey, guestKey),
    send,
    docspace,
    inState: async () => target,
    close: async () => undefined,
  };
  return target;
}

/** A list that breaks off tells nothing here; the cases that ask for it fail. */
async function factsOf(...[dialect, document, send]: Parameters<typeof discover>): Promise<Facts> {
  try {
    return await discover(dialect, document, send);
  } catch (error) {
    if (!isDocSpaceError(error) || error.code === 'aborted') throw error;
    return noFacts;
  }
}

function missingKey(
  sender: Sender,
  apiKey: string | undefined,
  guestKey: string | undefined,
): string | undefined {
  switch (sender) {
    case 'none':
    case 'invalid':
      return undefined;
    case 'key':
      return apiKey === undefined ? 'It needs an API key.' : undefined;
    case 'guest':
      return guestKey === undefined
        ? 'It needs the API key of a guest: name its variable with --guest-key-env.'
        : undefined;
    default:
      return `It needs a key that only the embedded mock has (${sender}).`;
  }
}

/**
 * The first contact: which dialect the server speaks, and that the key may read the list. Throws Unusable where no check can
 * be made; a body that breaks the contract is none of its business.
 */
async function contact(
  { url, dialect, apiKey, signal, allowInsecure = false }: LiveOptions,
  fetch: FetchLike,
): Promise<Dialect> {
  let spoken: Dialect | undefined;
  try {
    const common = { baseUrl: url, apiKey, dialect, fetch, allowInsecure };
    const docspace = createDocSpaceClient({ ...common, retry: { attempts: 1 } });
    spoken = await transportOf(docspace).dialect(signal);
    await docspace.getClients({ signal, ...(spoken === 'portal' && { limit: 1 }) });
    return spoken;
  } catch (error) {
    if (!isDocSpaceError(error)) throw error;
    const guessed = dialect === 'auto' && spoken !== 'portal';
    const isRedirect = error.status !== undefined && error.status < 400 && error.status >= 300;
    if (guessed && !isRedirect && ['unexpected_response', 'not_found', 'bad_request'].includes(error.code)) {
      throw new Unusable(
        `${new URL(url).host} is no portal: ${error.message}`,
        'Check the address; if the server speaks one of the two dialects, name it with --dialect.',
        { cause: error },
      );
    }
    const proceeds =
      spoken !== undefined &&
      (error.code === 'unexpected_response' ||
        error.code === 'bad_request' ||
        error.code === 'not_found' ||
        error.status === 500);
    if (proceeds && error.operationId !== 'generateJwtToken') return spoken as Dialect;
    throw new Unusable(inOptions(error.message), error.hint && inOptions(error.hint), { cause: error });
  }
}

/** Messages of the DocSpace client name its options; people who run a command know those of the command. */
function inOptions(text: string): string {
  return text
    .replaceAll(/\bbaseUrl\b/gu, '--url')
    .replaceAll(/\bapiKey\b/gu, 'API key')
    .replaceAll(/\bset allowInsecure\b/gu, 'give --allow-insecure')
    .replaceAll(/\bset dialect to\b/gu, 'set --dialect to');
}

import type { FetchLike } from '@docspace-oauth/api';
import { nodeFetch } from '@docspace-oauth/api/node';
import type { Dialect, OpenApiDocument } from '@docspace-oauth/openapi';
import { clientWith, sendThrough } from './channel.ts';
import type { Observer } from './exchange.ts';
import { noFacts } from './facts.ts';
import { observedFetch } from './observed-fetch.ts';
import type { Target } from './target.ts';

/** Prism wants a credential in the right form and takes any. */
const key = 'contract-check-key';
/** Plain Prism on the bundle of a dialect. It has no clients of its own: it knows the contract and its examples. */
export async function prismTarget(
  dialect: Dialect,
  document: OpenApiDocument,
  observe: Observer,
  fetch: FetchLike = nodeFetch(),
): Promise<Target> {
  // Loaded only here: Prism is an optional peer, and needs a newer Node than everything else.
  const { startPrism } = await import('../prism.ts');
  const prism = await startPrism(document);
  const options = {
    baseUrl: prism.url,
    dialect,
    fetch: observedFetch(fetch, observe),
    waits: false,
  };
  const docspace: Target['docspace'] = (sender) =>
    clientWith(sender === 'none' || sender === 'invalid' ? undefined : key, options);
  const target: Target = {
    name: `plain Prism, ${dialect}`,
    kind: 'prism',
    dialect,
    facts: noFacts,
    missing: (sender) =>
      sender === 'key' || sender === 'none' || sender === 'invalid'
        ? undefined
        : 'Plain Prism takes any credential and knows no roles.',
    send: (request, signal) => sendThrough(docspace(request.sender), request, signal),
    docspace,
    inState: async () => target,
    close: () => prism.close(),
  };
  return target;
}

/** The first Node that Prism runs on. */
const oldestNode = [24, 18] as const;

/** Why plain Prism cannot be started here; undefined if it can. */
export async function prismNeeds(version: string = process.versions.node): Promise<string | undefined> {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldest, oldestMinor] = oldestNode;
  if (major < oldest || (major === oldest && minor < oldestMinor)) {
    return `It needs Node ${oldest}.${oldestMinor}; this is ${version}.`;
  }
  try {
    await import('../prism.ts');
    return undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') {
      return 'It needs the packages @stoplight/prism-core, @stoplight/prism-http and @stoplight/prism-http-server.';
    }
    throw error;
  }
}

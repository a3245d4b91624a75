import { createRequire } from 'node:module';

import type { IHttpOperationConfig, IHttpRequest } from '@stoplight/prism-http';

import type { Mocker } from './prism.ts';

/** What Prism makes of a `Prefer` header, and Prism's own mocker, which obeys it. */
export interface Preferences {
  readonly mocker: Mocker;
  readonly config: Partial<IHttpOperationConfig>;
}

type Read = (
  request: IHttpRequest,
) => { readonly left: Error } | { readonly right: Partial<IHttpOperationConfig> };

let loaded: { readonly mocker: Mocker; readonly read: Read } | undefined;

/** Loads Prism's mocker when it is first asked for: with its generator of random bodies it is as big as the rest. */
function load(): NonNullable<typeof loaded> {
  const require = createRequire(import.meta.url);
  const { default: mocker } = require('@stoplight/prism-http/dist/mocker/index.js') as { default: Mocker };
  const { getHttpConfigFromRequest: read } =
    require('@stoplight/prism-http-server/dist/getHttpConfigFromRequest.js') as {
      getHttpConfigFromRequest: Read;
    };
  return (loaded ??= { mocker, read });
}

/** Undefined where the request says nothing that Prism's own mocker should answer; an error where it says nonsense. */
export function readPreferences(request: IHttpRequest): Preferences | Error | undefined {
  const byQuery = Object.keys(request.url.query ?? {}).some((name) => name.startsWith('__'));
  if (request.headers?.['prefer'] === undefined && !byQuery) return undefined;
  const { mocker, read } = loaded ?? load();
  const result = read(request);
  if ('left' in result) return result.left;
  const given = Object.entries(result.right).filter(([, value]) => value !== undefined);
  return given.length === 0 ? undefined : { mocker, config: Object.fromEntries(given) };
}

/** Prism's own mocker without a preference, for a media type that the store does not speak. */
export function plainMocker(): Preferences {
  const { mocker } = loaded ?? load();
  return { mocker, config: {} };
}

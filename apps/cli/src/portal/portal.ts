import {
  createDocSpaceClient,
  type DocSpaceClient,
  type DocSpaceHooks,
  type ResponseValidator,
} from '@docspace-oauth/api';
import { nodeFetch } from '@docspace-oauth/api/node';
import { redact } from '@docspace-oauth/terminal/redact';

import type { CommandContext, Output } from '../command.ts';
import { startEmbeddedMock } from './embedded-mock.ts';
import { chooseSettings, type PortalChoice, type PortalNeeds } from './settings.ts';

export interface Portal {
  readonly docspace: DocSpaceClient;
  /** The address, or `embedded mock`, whose address changes from run to run. */
  readonly name: string;
  /** What no output may show. */
  readonly secrets: readonly string[];
  /** A copy in which the secrets of clients and the API key are masked. */
  readonly hide: <Data extends object>(data: Data, showSecrets?: boolean) => Data;
}

export interface PortalUse extends PortalNeeds {
  /** Where the embedded mock is announced. */
  readonly notes: Output;
  readonly hooks?: DocSpaceHooks;
  readonly validate?: ResponseValidator;
}

export const mockName = 'embedded mock';

/** Asks the portal that options and settings name, and closes what was opened for it. */
export async function withPortal<T>(
  choice: PortalChoice,
  { notes, hooks, validate, ...needs }: PortalUse,
  context: CommandContext,
  ask: (portal: Portal) => Promise<T>,
): Promise<T> {
  const { url, apiKey, dialect } = await chooseSettings(choice, needs, context);
  // A key of another form endangers only what reads it: a portal that is not the embedded mock.
  const heard = url === undefined || dialect === 'guide' ? withoutKeyWarning(hooks) : hooks;
  const hide: Portal['hide'] = (data, showSecrets = false) => redact(data, { apiKey, showSecrets });
  const common = {
    fetch: nodeFetch(),
    apiKey: needs.isAnonymous ? undefined : apiKey,
    hooks: heard,
    validate,
  };
  if (url !== undefined) {
    const docspace = createDocSpaceClient({ ...common, baseUrl: url, dialect });
    return ask({ docspace, name: url.replace(/\/+$/u, ''), secrets: [apiKey], hide });
  }
  const mock = await startEmbeddedMock(dialect === 'auto' ? 'guide' : dialect, notes);
  try {
    const docspace = createDocSpaceClient({ ...common, baseUrl: mock.url, dialect: mock.dialect });
    return await ask({ docspace, name: mockName, secrets: [apiKey], hide });
  } finally {
    await mock.close();
  }
}

function withoutKeyWarning(hooks: DocSpaceHooks | undefined): DocSpaceHooks {
  return {
    ...hooks,
    onWarning: (event) => (event.code === 'api_key_form' ? undefined : hooks?.onWarning?.(event)),
  };
}

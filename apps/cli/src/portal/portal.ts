import {
  createDocSpaceClient,
  type DocSpaceClient,
  type DocSpaceHooks,
  type ResponseValidator,
} from '@docspace-oauth/api';
import { nodeFetch } from '@docspace-oauth/api/node';
import type { Progress } from '@docspace-oauth/terminal/progress';
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
  readonly progress: Progress;
  readonly hooks?: DocSpaceHooks;
  readonly validate?: ResponseValidator;
}

export const mockName = 'embedded mock';

/** Asks the portal that options and settings name, and closes what was opened for it. */
export async function withPortal<T>(
  choice: PortalChoice,
  { notes, progress, hooks, validate, ...needs }: PortalUse,
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
  const mock =
    url === undefined ? await startEmbeddedMock(dialect === 'auto' ? 'guide' : dialect, notes) : undefined;
  try {
    const docspace = createDocSpaceClient({
      ...common,
      baseUrl: url ?? mock?.url ?? '',
      dialect: mock?.dialect ?? dialect,
    });
    const name = url?.replace(/\/+$/u, '') ?? mockName;
    return await ask({ docspace, name, secrets: [apiKey], hide });
  } finally {
    // An error must not begin behind what is left of the progress.
    progress.clear();
    await mock?.close();
  }
}

function withoutKeyWarning(hooks: DocSpaceHooks | undefined): DocSpaceHooks {
  return {
    ...hooks,
    onWarning: (event) => (event.code === 'api_key_form' ? undefined : hooks?.onWarning?.(event)),
  };
}

import { createDocSpaceClient, type Dialect, type DocSpaceClient } from '@docspace-oauth/api';
import { nodeFetch } from '@docspace-oauth/api/node';
import type { Mock } from '@docspace-oauth/mock';
import { loadEnvironment } from '@docspace-oauth/terminal/environment';
import { readPortalSettings } from '@docspace-oauth/terminal/portal-settings';

import type { CommandContext, Output } from './command.ts';

export interface Portal {
  readonly docspace: DocSpaceClient;
  /** To be masked in whatever is printed. */
  readonly apiKey: string;
}

/** Uses the portal of the settings. Without DOCSPACE_URL it is an embedded mock, which is announced in `notes`. */
export async function withPortal(
  { environment, folder }: CommandContext,
  notes: Output,
  use: (portal: Portal) => Promise<void>,
): Promise<void> {
  const fetch = nodeFetch();
  const { url, apiKey, dialect } = readPortalSettings(loadEnvironment(folder, environment));
  if (url !== undefined) {
    await use({ docspace: createDocSpaceClient({ baseUrl: url, apiKey, dialect, fetch }), apiKey });
    return;
  }
  const mock = await startEmbeddedMock(dialect === 'auto' ? 'guide' : dialect, notes);
  try {
    const docspace = createDocSpaceClient({ baseUrl: mock.url, apiKey, dialect: mock.dialect, fetch });
    await use({ docspace, apiKey });
  } finally {
    await mock.close();
  }
}

async function startEmbeddedMock(dialect: Dialect, notes: Output): Promise<Mock> {
  const { startMock } = await import('@docspace-oauth/mock');
  const mock = await startMock({ dialect });
  notes.write(
    `Embedded mock of the ${dialect} dialect at ${mock.url}; set DOCSPACE_URL to ask a portal.\n\n`,
  );
  return mock;
}

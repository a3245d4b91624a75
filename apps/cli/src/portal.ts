import { createDocSpaceClient, type DocSpaceClient } from '@docspace-oauth/api';
import { loadEnvironment } from '@docspace-oauth/terminal/environment';
import { readPortalSettings, type PortalSettings } from '@docspace-oauth/terminal/portal-settings';

import type { CommandContext, Output } from './command.ts';

export interface Portal {
  readonly docspace: DocSpaceClient;
  /** To be masked in whatever is printed. */
  readonly apiKey: string;
}

/** Uses the portal of the settings; without DOCSPACE_URL an embedded mock, which `notes` is told of. */
export async function withPortal(
  { environment, folder }: CommandContext,
  notes: Output,
  use: (portal: Portal) => Promise<void>,
): Promise<void> {
  const { url, apiKey, dialect } = readPortalSettings(loadEnvironment(folder, environment));
  if (url !== undefined) {
    await use({ docspace: createDocSpaceClient({ baseUrl: url, apiKey, dialect }), apiKey });
    return;
  }
  const mock = await startEmbeddedMock(dialect, notes);
  try {
    await use({ docspace: createDocSpaceClient({ baseUrl: mock.url, apiKey, dialect }), apiKey });
  } finally {
    await mock.close();
  }
}

async function startEmbeddedMock(
  wanted: PortalSettings['dialect'],
  notes: Output,
): Promise<{ url: string; close(): Promise<void> }> {
  const dialect = wanted === 'auto' ? 'guide' : wanted;
  const { startMock } = await import('@docspace-oauth/mock');
  const mock = await startMock({ dialect });
  notes.write(
    `Embedded mock of the ${dialect} dialect at ${mock.url}; set DOCSPACE_URL to ask a portal.\n\n`,
  );
  return mock;
}

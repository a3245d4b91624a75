import type { Dialect } from '@docspace-oauth/api';
import type { Mock } from '@docspace-oauth/mock';

import type { Output } from '../command.ts';

/** Starts a mock in this process and says so. */
export async function startEmbeddedMock(dialect: Dialect, notes: Output): Promise<Mock> {
  // Loaded only where it is used: it brings the whole contract along.
  const { startMock } = await import('@docspace-oauth/mock');
  const mock = await startMock({ dialect });
  notes.write(
    `Embedded mock of the ${dialect} dialect at ${mock.url}; set DOCSPACE_URL to ask a portal.\n\n`,
  );
  return mock;
}

import { UsageError } from '@docspace-oauth/terminal/usage-error';

import type { CommandContext } from '../command.ts';
import { withPortal } from '../portal/portal.ts';
import { recordBodies } from '../portal/recorder.ts';
import type { Session } from '../portal/session.ts';
import type { PortalChoice } from '../portal/settings.ts';
import { tokenClaims } from '../portal/token-claims.ts';
import { snapshotClient } from './snapshot-client.ts';
import { snapshotOf, type Snapshot, type SnapshotClient } from './snapshot-file.ts';

/** The clients of the portal as they are now. Half of them would look like the other half had been removed. */
export async function takeSnapshot(
  choice: PortalChoice,
  session: Session,
  context: CommandContext,
): Promise<Snapshot> {
  const recorder = recordBodies('generateJwtToken');
  const { validate } = recorder;
  return withPortal(
    choice,
    { ...session, validate, isInteractive: false },
    context,
    async ({ docspace, name, hide }) => {
      const clients: SnapshotClient[] = [];
      for await (const client of docspace.iterateClients()) {
        session.counted();
        clients.push(snapshotClient(client, hide));
      }
      session.progress.clear();
      if (session.isIncomplete()) {
        throw new UsageError(
          'The list may be incomplete, so no snapshot was made of it.',
          'More than 50 clients have the same date of creation; a self-hosted portal cannot list them all.',
        );
      }
      return snapshotOf({
        portal: name,
        dialect: await docspace.dialect(),
        role: tokenClaims(recorder)?.role ?? null,
        clients: clients.toSorted((a, b) => (a.client_id < b.client_id ? -1 : 1)),
      });
    },
  );
}

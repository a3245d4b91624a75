import type { Client, ClientInfo } from '@docspace-oauth/api';
import { docSpaceKey, type IteratedPage } from '@docspace-oauth/api/react';
import type { Finding } from '@docspace-oauth/audit';
import { useQuery, useQueryClient, type InfiniteData, type UseQueryResult } from '@tanstack/react-query';

import { useSession } from '../../app/session.tsx';

export interface Findings {
  readonly findings: readonly Finding[];
  /** How many other clients the name was compared with: those that the list has loaded. */
  readonly compared: number;
}

/**
 * What the audit finds about a client. Its rules come with the list of public suffixes and that of look-alike characters,
 * so they are loaded when someone asks for them.
 */
export function useFindings(
  client: Client | undefined,
  info: ClientInfo | undefined,
  isWanted: boolean,
): UseQueryResult<Findings> {
  const { docspace } = useSession();
  const cache = useQueryClient();
  return useQuery({
    queryKey: [...docSpaceKey(docspace), 'findings', client?.client_id],
    enabled: isWanted && client !== undefined,
    queryFn: async () => {
      if (!client) throw new TypeError('There is no client to look at.');
      const { audit } = await import('@docspace-oauth/audit');
      const list = cache.getQueryData<InfiniteData<IteratedPage>>(
        docSpaceKey(docspace, 'getClients', 'infinite', { limit: 50 }),
      );
      const others = (list?.pages ?? [])
        .flatMap(({ clients }) => clients)
        .filter(({ client_id }) => client_id !== client.client_id);
      // In the guide's dialect the confidential settings are in the info.
      const all = [{ ...info, ...client }, ...others];
      const findings = audit(all, { now: new Date() }).filter(({ subject }) => subject === client.client_id);
      return { findings, compared: others.length };
    },
    retry: false,
  });
}

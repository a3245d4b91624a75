import type { Dialect, DocSpaceError } from '@docspace-oauth/api';
import { docSpaceKey } from '@docspace-oauth/api/query-key';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';

import { useSession } from '../../app/session.tsx';

/** The dialect that the server was found to speak. */
export function useDialect(): UseQueryResult<Dialect, DocSpaceError> {
  const { docspace } = useSession();
  return useQuery<Dialect, DocSpaceError>({
    queryKey: [...docSpaceKey(docspace), 'dialect'],
    queryFn: () => docspace.dialect(),
    retry: false,
  });
}

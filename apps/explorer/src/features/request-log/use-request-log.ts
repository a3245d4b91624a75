import { useSyncExternalStore } from 'react';

import { useSession } from '../../app/session.tsx';
import type { RequestLogState } from './request-log.ts';

export function useRequestLog(): RequestLogState {
  const { log } = useSession();
  return useSyncExternalStore(log.subscribe, log.state);
}

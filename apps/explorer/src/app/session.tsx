import type { DocSpaceClient } from '@docspace-oauth/api';
import { DocSpaceProvider } from '@docspace-oauth/api/react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';

import { readMockState, type MockState } from '../features/connection/mock-control.ts';
import type { PersonaKey } from '../features/connection/personas.ts';
import { RequestLog } from '../features/request-log/request-log.ts';
import { Loading } from '../shared/loading.tsx';
import { createDocSpace } from './docspace.ts';

/** Whom the page talks to, and as whom. */
export interface Session {
  readonly docspace: DocSpaceClient;
  readonly log: RequestLog;
  /** Null if the server is no mock. */
  readonly mock: MockState | null;
  readonly persona: PersonaKey;
  readonly setPersona: (key: PersonaKey) => void;
  /** Starts anew, with nothing remembered, after the server has changed. */
  readonly reconnect: (mock: MockState | null) => void;
}

const Context = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(Context);
  if (!session) throw new Error('There is no SessionProvider above this component.');
  return session;
}

/** Finds out what the server is, and gives the pages a DocSpace client for it. */
export function SessionProvider({ children }: { children: ReactNode }): ReactNode {
  const cache = useQueryClient();
  const { data: mock } = useQuery({ queryKey: ['mock'], queryFn: ({ signal }) => readMockState(signal) });
  const [persona, choosePersona] = useState<PersonaKey>('admin-1');
  const [round, setRound] = useState(0);
  const isMock = mock !== null && mock !== undefined;
  const session = useMemo<Session | undefined>(() => {
    if (mock === undefined) return undefined;
    const log = new RequestLog();
    const forget = (): void => {
      // Keys of another DocSpace client are never asked for again.
      cache.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'mock' });
      setRound((before) => before + 1);
    };
    return {
      docspace: createDocSpace(isMock ? persona : undefined, log),
      log,
      mock,
      persona,
      setPersona: (key) => {
        choosePersona(key);
        forget();
      },
      reconnect: (state) => {
        cache.setQueryData(['mock'], state);
        forget();
      },
    };
  }, [cache, isMock, mock, persona, round]);
  if (session === undefined) return <Loading>Looking for the server …</Loading>;
  return (
    <Context.Provider value={session}>
      <DocSpaceProvider client={session.docspace}>{children}</DocSpaceProvider>
    </Context.Provider>
  );
}

import type { Client, DocSpaceError } from '@docspace-oauth/api';
import { useInfiniteClients } from '@docspace-oauth/api/react';
import { useEffect, useMemo } from 'react';

export interface AllClients {
  /** Those that have come so far, in the order of the server. */
  readonly clients: readonly Client[];
  readonly isComplete: boolean;
  readonly isLoading: boolean;
  readonly error: DocSpaceError | null;
  readonly loadMore: () => void;
  /** Asks again for what failed, or for everything if nothing did. */
  readonly reload: () => void;
}

/** The list of clients, which grows as it is scrolled, or all of them at once. */
export function useAllClients(all: boolean): AllClients {
  const query = useInfiniteClients({ limit: 50 });
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = query;
  const mayGoOn = hasNextPage && !isFetching && error === null;
  const loadMore = (): void => {
    if (mayGoOn) void fetchNextPage();
  };
  useEffect(() => {
    if (all && mayGoOn) void fetchNextPage();
    // A part that was fetched ahead comes at once, so that only the data tells that it has come.
  }, [all, mayGoOn, data, fetchNextPage]);
  const clients = useMemo(() => data?.pages.flatMap((page) => page.clients) ?? [], [data]);
  return {
    clients,
    isComplete: data !== undefined && !hasNextPage,
    isLoading: isFetching,
    error,
    loadMore,
    reload: () => void (error && hasNextPage ? fetchNextPage() : refetch()),
  };
}

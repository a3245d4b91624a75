import { useMemo, useState, type ReactNode } from 'react';
import { Link, useSearchParams } from 'wouter';

import { Failure } from '../../shared/failure.tsx';
import { count } from '../../shared/format.ts';
import { Loading } from '../../shared/loading.tsx';
import { usePageTitle } from '../../shared/use-page-title.ts';
import { Requests } from '../request-log/requests.tsx';
import { ClientsTable } from './clients-table.tsx';
import { ExportButtons } from './export-buttons.tsx';
import { Filters } from './filters.tsx';
import { arrange, needsAll, readListState, scopesOf, writeListState, type ListState } from './list-state.ts';
import { useAllClients } from './use-all-clients.ts';

/** Step 1: the clients that the caller may see. */
export function ClientsView(): ReactNode {
  usePageTitle('Clients');
  const [query, setQuery] = useSearchParams();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const state = useMemo(() => readListState(query), [query]);
  const [isExporting, setExporting] = useState(false);
  const all = useAllClients(needsAll(state) || isExporting);
  const shown = useMemo(() => arrange(all.clients, state), [all.clients, state]);
  const scopes = useMemo(() => scopesOf(all.clients), [all.clients]);
  const change = (changed: Partial<ListState>): void =>
    setQuery(writeListState({ ...state, ...changed }), { replace: true });
  const isNarrowed = needsAll(state);
  const isFirst = all.isLoading && all.clients.length === 0;
  return (
    <>
      <div className="heading">
        <h1>Clients</h1>
        <p role="status" className="progress">
          {summary(all.clients.length, shown.length, isNarrowed, all.isComplete, all.isLoading)}
        </p>
        <button type="button" onClick={all.reload} disabled={all.isLoading}>
          Reload
        </button>
      </div>
      <Filters state={state} scopes={scopes} onChange={change} />
      <div className="toolbar">
        <ExportButtons
          clients={shown}
          isComplete={all.isComplete}
          isWaiting={isExporting}
          onWait={setExporting}
        />
        {selected.size > 0 && (
          <p className="actions">
            <Link className="button" href={`/bulk?ids=${[...selected].map(encodeURIComponent).join(',')}`}>
              Read {count(selected.size, 'client')} in bulk
            </Link>
            <button type="button" onClick={() => setSelected(new Set())}>
              Clear the selection
            </button>
          </p>
        )}
      </div>
      {all.error && <Failure error={all.error} retry={all.reload} />}
      {isFirst && <Loading>Loading the clients …</Loading>}
      {all.clients.length > 0 && shown.length === 0 && all.isComplete && (
        <section className="notice">
          <h2>No client fits</h2>
          <p>
            None of the {count(all.clients.length, 'client')} fits the search and the filters.{' '}
            <Link href="/">Show all</Link>
          </p>
        </section>
      )}
      {all.isComplete && all.clients.length === 0 && (
        <section className="notice">
          <h2>There are no clients</h2>
          <p>
            No OAuth2 application is registered, or none that the owner of the API key may see. In DocSpace
            they are made in <em>Developer Tools &gt; OAuth</em>.
          </p>
        </section>
      )}
      {shown.length > 0 && (
        <ClientsTable
          clients={shown}
          isComplete={all.isComplete}
          selected={selected}
          onSelect={setSelected}
          onEnd={all.loadMore}
        />
      )}
      <Requests calls={[{ operationId: 'getClients' }]} />
    </>
  );
}

function summary(
  loaded: number,
  shown: number,
  isNarrowed: boolean,
  isComplete: boolean,
  isLoading: boolean,
): string {
  const end = isComplete ? '' : isLoading ? ', loading more …' : ', more when you scroll';
  if (loaded === 0) return '';
  return isNarrowed
    ? `${shown.toLocaleString('en')} of ${count(loaded, 'client')}${end}`
    : count(loaded, 'client') + end;
}

import type { Client } from '@docspace-oauth/api';
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { WindowVirtualizer, type CacheSnapshot, type WindowVirtualizerHandle } from 'virtua';
import { Link } from 'wouter';

import { formatDay } from '../../shared/format.ts';
import { Logo } from '../../shared/logo.tsx';
import { Text } from '../../shared/text.tsx';
import { visibleText } from '../../shared/visible-text.ts';

interface ClientsTableProps {
  readonly clients: readonly Client[];
  readonly isComplete: boolean;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  /** The last client is nearly in sight. */
  readonly onEnd: () => void;
}

/** Where the list was left, with the heights of its rows, so that coming back shows the same clients. */
let left: { search: string; offset: number; length: number; cache?: CacheSnapshot } | undefined;

/** Only the rows that are in sight are in the document, so ten thousand cost as much as fifty. */
export function ClientsTable({
  clients,
  isComplete,
  selected,
  onSelect,
  onEnd,
}: ClientsTableProps): ReactNode {
  const rows = useRef<WindowVirtualizerHandle>(null);
  const [before] = useState(() =>
    left?.search === location.search && left.length === clients.length ? left : undefined,
  );
  const length = useRef(0);
  length.current = clients.length;
  useLayoutEffect(() => {
    if (before) window.scrollTo(0, before.offset);
    const handle = rows.current;
    let place: { search: string; offset: number; length: number } | undefined = before;
    // The address changes before the list is left, so it is noted while a reader scrolls.
    const follow = (): void => {
      place = { search: location.search, offset: window.scrollY, length: length.current };
    };
    window.addEventListener('scroll', follow, { passive: true });
    return () => {
      window.removeEventListener('scroll', follow);
      left = place && { ...place, ...(handle && { cache: handle.cache }) };
    };
  }, [before]);
  const loadNearEnd = (): void => {
    const { current } = rows;
    if (!current || isComplete) return;
    const last = current.findItemIndex(current.scrollOffset + current.viewportSize);
    if (last >= clients.length - 20) onEnd();
  };
  useEffect(loadNearEnd);
  const toggle = (id: string, isSelected: boolean): void => {
    const changed = new Set(selected);
    if (isSelected) changed.add(id);
    else changed.delete(id);
    onSelect(changed);
  };
  return (
    <div
      className="clients"
      role="table"
      aria-label="Clients"
      aria-rowcount={isComplete ? clients.length + 1 : -1}
      aria-colcount={6}
    >
      <div role="rowgroup">
        <div role="row" className="client-row client-head" aria-rowindex={1}>
          <span role="columnheader">
            <span className="visually-hidden">Select</span>
          </span>
          <span role="columnheader">Name</span>
          <span role="columnheader">State</span>
          <span role="columnheader">Visibility</span>
          <span role="columnheader">Scopes</span>
          <span role="columnheader">Created</span>
        </div>
      </div>
      <div role="rowgroup">
        <WindowVirtualizer
          ref={rows}
          data={clients}
          onScroll={loadNearEnd}
          {...(before?.cache && { cache: before.cache })}
        >
          {(client, index) => (
            <ClientRow
              key={client.client_id}
              client={client}
              index={index}
              isSelected={selected.has(client.client_id)}
              onToggle={toggle}
            />
          )}
        </WindowVirtualizer>
      </div>
    </div>
  );
}

interface ClientRowProps {
  readonly client: Client;
  readonly index: number;
  readonly isSelected: boolean;
  readonly onToggle: (id: string, isSelected: boolean) => void;
}

function ClientRow({ client, index, isSelected, onToggle }: ClientRowProps): ReactNode {
  const { client_id, name, logo, enabled, is_public, scopes, created_on } = client;
  return (
    <div role="row" className="client-row" aria-rowindex={index + 2}>
      <span role="cell" className="client-select">
        <input
          type="checkbox"
          checked={isSelected}
          aria-label={`Select ${visibleText(name)}`}
          onChange={(event) => onToggle(client_id, event.currentTarget.checked)}
        />
      </span>
      <span role="cell" className="client-name">
        <Logo logo={logo} name={name} />
        <span>
          <Link href={`/clients/${encodeURIComponent(client_id)}`} title={visibleText(name)}>
            <Text>{name}</Text>
          </Link>
          <code>
            <Text>{client_id}</Text>
          </code>
        </span>
      </span>
      <span role="cell">
        <span className={enabled ? 'tag tag-good' : 'tag tag-off'}>{enabled ? 'Enabled' : 'Disabled'}</span>
      </span>
      <span role="cell">
        <span className="tag">{is_public ? 'Public' : 'Private'}</span>
      </span>
      <span role="cell" className="client-scopes" title={scopes.map(visibleText).join(', ')}>
        {scopes.length === 0 ? 'none' : <Text>{scopes.join(', ')}</Text>}
      </span>
      <span role="cell" className="client-created">
        <time dateTime={created_on}>{formatDay(created_on)}</time>
      </span>
    </div>
  );
}

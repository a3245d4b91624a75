import { useClientsInfo } from '@docspace-oauth/api/react';
import { useState, type ReactNode } from 'react';
import { Link, useSearchParams } from 'wouter';

import { Failure } from '../../shared/failure.tsx';
import { count } from '../../shared/format.ts';
import { Loading } from '../../shared/loading.tsx';
import { usePageTitle } from '../../shared/use-page-title.ts';
import { Requests } from '../request-log/requests.tsx';
import { BulkResult } from './bulk-result.tsx';
import { parseIds } from './parse-ids.ts';

/** An address with more ids than this would be longer than servers accept. */
const maxInAddress = 100;

/** Step 5: many clients by their ids, and which of the ids have none. */
export function BulkView(): ReactNode {
  usePageTitle('Bulk');
  const [query, setQuery] = useSearchParams();
  const inAddress = query.get('ids') ?? '';
  const [text, setText] = useState(() => parseIds(inAddress).join('\n'));
  // Ids that do not fit into the address.
  const [many, setMany] = useState<readonly string[]>();
  const asked = many ?? parseIds(inAddress);
  const ids = parseIds(text);
  const { data, error, isFetching, refetch } = useClientsInfo(asked, { enabled: asked.length > 0 });
  const ask = (): void => {
    const fits = ids.length <= maxInAddress;
    setMany(fits ? undefined : ids);
    setQuery(fits ? { ids: ids.join(',') } : {});
  };
  const isBulkRequest = ({ operationId }: { operationId: string }): boolean =>
    operationId === 'getClientsInfo' || operationId === 'getClientInfo';
  return (
    <>
      <div className="heading">
        <h1>Bulk</h1>
        <p className="progress">Many clients by their ids. Each id is found or missing.</p>
      </div>
      <label className="ids">
        Ids
        <textarea
          rows={6}
          value={text}
          spellCheck={false}
          placeholder={'c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831\n…'}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <p className="actions">
        <button
          type="button"
          className="button-primary"
          disabled={ids.length === 0 || isFetching}
          onClick={ask}
        >
          Read {count(ids.length, 'client')}
        </button>
        <Link href="/">Pick them from the list</Link>
        {ids.length > maxInAddress && <small>So many ids do not fit into the address.</small>}
      </p>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {isFetching && <Loading>Looking for {count(asked.length, 'client')} …</Loading>}
      {asked.length === 0 && (
        <section className="notice">
          <h2>Nothing asked yet</h2>
          <p>Paste ids, one a line or with commas between, or pick clients in the list.</p>
        </section>
      )}
      {data && !isFetching && <BulkResult result={data} />}
      <Requests calls={[{ operationId: 'getClientsInfo', argument: asked, matches: isBulkRequest }]} />
    </>
  );
}

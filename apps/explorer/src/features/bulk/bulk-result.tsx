import type { ClientsInfo } from '@docspace-oauth/api';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';

import { CopyButton } from '../../shared/copy-button.tsx';
import { count } from '../../shared/format.ts';
import { Logo } from '../../shared/logo.tsx';
import { Text } from '../../shared/text.tsx';

/** A page of thousands of clients would be slow: the rest is shown when asked for. */
const step = 100;

export function BulkResult({ result: { found, missing } }: { result: ClientsInfo }): ReactNode {
  return (
    <div className="bulk-columns" role="group" aria-label="Result">
      <section>
        <h2>{count(found.length, 'client')} found</h2>
        <Items items={found}>
          {({ client_id, name, logo, scopes }) => (
            <li key={client_id}>
              <Logo logo={logo} name={name} size={32} />
              <span>
                <Link href={`/clients/${encodeURIComponent(client_id)}`}>
                  <Text>{name}</Text>
                </Link>
                <small>
                  <Text>{scopes.join(', ')}</Text>
                </small>
              </span>
            </li>
          )}
        </Items>
      </section>
      <section>
        <h2>
          {count(missing.length, 'id')} missing{' '}
          {missing.length > 0 && <CopyButton text={missing.join('\n')} label="the missing ids" />}
        </h2>
        <Items items={missing}>
          {(id) => (
            <li key={id}>
              <code>
                <Text>{id}</Text>
              </code>
            </li>
          )}
        </Items>
      </section>
    </div>
  );
}

function Items<Item>({
  items,
  children,
}: {
  items: readonly Item[];
  children: (item: Item) => ReactNode;
}): ReactNode {
  const [shown, setShown] = useState(step);
  return (
    <>
      <ul className="items">{items.slice(0, shown).map(children)}</ul>
      {items.length > shown && (
        <button type="button" onClick={() => setShown(shown + step)}>
          Show more ({(items.length - shown).toLocaleString('en')} left)
        </button>
      )}
    </>
  );
}

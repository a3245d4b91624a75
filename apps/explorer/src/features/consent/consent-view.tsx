import { useClient, usePublicClientInfo } from '@docspace-oauth/api/react';
import { useEffect, useState, type ReactNode } from 'react';
import { Link } from 'wouter';

import { useSession } from '../../app/session.tsx';
import { Failure } from '../../shared/failure.tsx';
import { Loading } from '../../shared/loading.tsx';
import { Text } from '../../shared/text.tsx';
import { usePageTitle } from '../../shared/use-page-title.ts';
import { Requests } from '../request-log/requests.tsx';
import { createProtection, type Protection } from './authorization.ts';
import { ConsentCard } from './consent-card.tsx';
import { SignInParts } from './sign-in-parts.tsx';

/** What a user would see before they let a client in, and what a developer needs to get them there. */
export function ConsentView({ id }: { id: string }): ReactNode {
  const shown = usePublicClientInfo(id);
  // Redirect URIs are not public. Whoever manages the client gets theirs to choose from.
  const { data: managed } = useClient(id);
  const { mock } = useSession();
  const { protection, isUnavailable, renew } = useProtection();
  usePageTitle(shown.data ? `Consent for ${shown.data.name}` : 'Consent');
  return (
    <>
      <nav aria-label="Where you are" className="trail">
        <Link href="/">Clients</Link> <span aria-hidden="true">/</span>{' '}
        <Link href={`/clients/${encodeURIComponent(id)}`}>
          {shown.data ? <Text>{shown.data.name}</Text> : 'Client'}
        </Link>{' '}
        <span aria-hidden="true">/</span>
      </nav>
      <div className="heading">
        <h1>Consent and sign-in</h1>
      </div>
      {shown.error && <Failure error={shown.error} retry={() => void shown.refetch()} />}
      {shown.isFetching && !shown.data && <Loading>Loading the public information …</Loading>}
      {shown.data && (
        <div className="consent-columns">
          <ConsentCard client={shown.data} />
          {isUnavailable && (
            <p className="hint">
              A browser makes the values of a sign-in only on a page that came over https or from this
              machine.
            </p>
          )}
          {protection && (
            <SignInParts
              client={shown.data}
              redirectUris={managed?.redirect_uris ?? []}
              isMock={mock !== null}
              protection={protection}
              onRenew={renew}
            />
          )}
        </div>
      )}
      <Requests
        calls={[
          {
            operationId: 'getPublicClientInfo',
            argument: id,
            matches: ({ operationId, target }) =>
              operationId === 'getPublicClientInfo' && target.includes(encodeURIComponent(id)),
          },
        ]}
      />
    </>
  );
}

interface ProtectionState {
  readonly protection: Protection | undefined;
  readonly isUnavailable: boolean;
  readonly renew: () => void;
}

function useProtection(): ProtectionState {
  const [protection, setProtection] = useState<Protection>();
  const [isUnavailable, setUnavailable] = useState(false);
  const renew = (): void =>
    void createProtection().then(setProtection, () => {
      setUnavailable(true);
    });
  useEffect(renew, []);
  return { protection, isUnavailable, renew };
}

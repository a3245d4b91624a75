import type { ReactNode } from 'react';

import { useSession } from '../../app/session.tsx';
import { Failure } from '../../shared/failure.tsx';
import { usePageTitle } from '../../shared/use-page-title.ts';
import { MockControls } from './mock-controls.tsx';
import { useDialect } from './use-dialect.ts';

/** What server the page talks to, and as whom. */
export function ConnectionView(): ReactNode {
  usePageTitle('Connection');
  const { mock } = useSession();
  const { data: dialect, error, refetch } = useDialect();
  return (
    <>
      <div className="heading">
        <h1>Connection</h1>
      </div>
      <p>
        This page asks <code>{location.origin}</code>, which is{' '}
        {mock ? 'a mock with made-up data' : 'a server that has the API key of a portal'}.{' '}
        {dialect && (
          <>
            It was found to speak the <strong>{dialect}</strong>’s dialect.
          </>
        )}
      </p>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {mock && <MockControls mock={mock} />}
      <section>
        <h2>Your own portal</h2>
        <p>
          The development proxy shows this page in front of a portal. It keeps the API key: the key never
          reaches a page, and only GET requests are sent.
        </p>
        <pre tabIndex={0} role="group" aria-label="How to start the proxy">
          {[
            'export DOCSPACE_API_KEY=sk-…',
            'npx -y pnpm@12.21.0 proxy --upstream https://portal.example.com --serve apps/explorer/dist',
          ].join('\n')}
        </pre>
      </section>
    </>
  );
}

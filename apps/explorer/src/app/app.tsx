import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Route, Router, Switch } from 'wouter';

import { BulkView } from '../features/bulk/bulk-view.tsx';
import { ClientView } from '../features/client/client-view.tsx';
import { ClientsView } from '../features/clients/clients-view.tsx';
import { ConnectionView } from '../features/connection/connection-view.tsx';
import { ConsentView } from '../features/consent/consent-view.tsx';
import { Layout } from './layout.tsx';
import { NotFoundView } from './not-found-view.tsx';
import { SessionProvider } from './session.tsx';

const cache = new QueryClient({
  defaultOptions: {
    queries: {
      // A portal counts requests, so nothing is asked again unless a person asks for it.
      staleTime: Infinity,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      // The server is on this machine, which may have no network.
      networkMode: 'always',
    },
  },
});

export function App(): ReactNode {
  return (
    <QueryClientProvider client={cache}>
      <Router base="/explorer">
        <SessionProvider>
          <Layout>
            <Switch>
              <Route path="/" component={ClientsView} />
              <Route path="/clients/:id">{({ id }) => <ClientView key={id} id={decoded(id)} />}</Route>
              <Route path="/clients/:id/consent">
                {({ id }) => <ConsentView key={id} id={decoded(id)} />}
              </Route>
              <Route path="/bulk" component={BulkView} />
              <Route path="/connection" component={ConnectionView} />
              <Route component={NotFoundView} />
            </Switch>
          </Layout>
        </SessionProvider>
      </Router>
    </QueryClientProvider>
  );
}

/** An id out of the address, which may be anything that a person typed. */
function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

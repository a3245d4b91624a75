import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { usePageTitle } from '../shared/use-page-title.ts';

export function NotFoundView(): ReactNode {
  usePageTitle('Nothing here');
  return (
    <section className="notice">
      <h1>There is nothing at this address</h1>
      <p>
        <Link href="/">All clients</Link>
      </p>
    </section>
  );
}

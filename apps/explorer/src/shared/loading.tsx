import type { ReactNode } from 'react';

/** Says what is awaited. What there is to say about retries and waits is in the line of the requests. */
export function Loading({ children }: { children: ReactNode }): ReactNode {
  return (
    <p className="loading" role="status">
      <span className="spinner" aria-hidden="true" />
      {children}
    </p>
  );
}

import type { ReactNode } from 'react';

import { safeUrl } from './safe-url.ts';
import { Text } from './text.tsx';

/** An address from a server: a link if it leads to a page, otherwise its text alone. */
export function SafeLink({ url, children }: { url: string; children?: ReactNode }): ReactNode {
  const href = safeUrl(url);
  if (href === undefined) return <Text>{url}</Text>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children ?? <Text>{url}</Text>}
    </a>
  );
}

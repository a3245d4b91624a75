import type { ReactNode } from 'react';

import { visibleText } from './visible-text.ts';

/** Text from a server. `<bdi>` keeps a name written from right to left from rearranging what stands beside it. */
export function Text({ children }: { children: string }): ReactNode {
  return <bdi>{visibleText(children)}</bdi>;
}

import { useEffect } from 'react';

import { visibleText } from './visible-text.ts';

/** Names the tab of the browser, and with it the entry in its history. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${visibleText(title)} – DocSpace OAuth clients`;
  }, [title]);
}

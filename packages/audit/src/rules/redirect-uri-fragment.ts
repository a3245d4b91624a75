import { quoteUri } from '../quote.ts';
import type { ClientRule } from '../rule.ts';
import { oauth21 } from '../source.ts';

export const redirectUriFragment: ClientRule = {
  id: 'redirect-uri-fragment',
  title: 'A redirect URI has no fragment',
  level: 'error',
  why: 'OAuth forbids it: the code is appended to the query, and what follows # stays in the browser, where scripts can read it.',
  help: 'Remove # and what follows it.',
  source: oauth21('2.3'),
  *check({ redirectUris }) {
    for (const { text } of redirectUris) {
      // An empty fragment counts too, and URL.hash does not show it.
      if (text.includes('#')) yield { message: `The redirect URI ${quoteUri(text)} has a fragment.` };
    }
  },
};

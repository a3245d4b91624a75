import { quoteUri } from '../quote.ts';
import type { ClientRule } from '../rule.ts';
import { rfc } from '../source.ts';

export const redirectUriWildcard: ClientRule = {
  id: 'redirect-uri-wildcard',
  title: 'A redirect URI is complete, without a wildcard',
  level: 'error',
  why: 'Redirect URIs are compared character by character. Whatever takes the asterisk for a pattern sends codes to places that nobody registered.',
  help: 'Register each redirect URI in full.',
  source: rfc(9700, '2.1'),
  *check({ redirectUris }) {
    for (const { text, host } of redirectUris) {
      // A host may also hide it as %2A.
      if (!text.includes('*') && !host?.includes('*')) continue;
      yield { message: `The redirect URI ${quoteUri(text)} contains a wildcard.` };
    }
  },
};

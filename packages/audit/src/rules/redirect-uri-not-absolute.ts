import { quoteUri } from '../quote.ts';
import type { ClientRule } from '../rule.ts';
import { oauth21 } from '../source.ts';

export const redirectUriNotAbsolute: ClientRule = {
  id: 'redirect-uri-not-absolute',
  title: 'A redirect URI is an absolute URI that leads to an app',
  level: 'error',
  why: 'A URI without a scheme, or one that cannot be read, leads nowhere, or to different places for the portal and for the browser. One such as javascript: runs in the page that follows it.',
  help: 'Write the whole URI, such as https://app.example.com/callback, with its scheme, without white space and without backslashes.',
  source: oauth21('2.3'),
  *check({ redirectUris }) {
    for (const { text, problem } of redirectUris) {
      if (problem !== undefined) yield { message: `The redirect URI ${quoteUri(text)} ${problem}.` };
    }
  },
};

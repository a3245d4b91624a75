import { isLoopback } from '../host.ts';
import { quoteUri } from '../quote.ts';
import type { ClientRule } from '../rule.ts';
import { rfc } from '../source.ts';

export const redirectUriHttp: ClientRule = {
  id: 'redirect-uri-http',
  title: 'A redirect URI uses https, unless it leads to the user’s own machine',
  level: 'error',
  why: 'The authorization code crosses the network in clear, where anyone on the way can take it.',
  help: 'Replace http by https. Where the portal does not let you change a redirect URI, register the client again.',
  source: rfc(9700, '2.6'),
  *check({ redirectUris }) {
    for (const { text, scheme, host } of redirectUris) {
      if (scheme !== 'http' || host === undefined || isLoopback(host)) continue;
      yield {
        message: `The redirect URI ${quoteUri(text)} uses http, and its host is not the user’s own machine.`,
      };
    }
  },
};

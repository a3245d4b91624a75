import { isLoopback } from '../host.ts';
import { quoteUri } from '../quote.ts';
import type { ClientRule } from '../rule.ts';
import { oauth21 } from '../source.ts';

export const allowedOriginHttp: ClientRule = {
  id: 'allowed-origin-http',
  title: 'An allowed origin uses https, unless it is the user’s own machine',
  level: 'warning',
  why: 'Anyone on the network can change a page that is loaded over http, and the portal then answers the changed page. It takes an attacker on the way, so no error.',
  help: 'Replace http by https, or remove the origin.',
  source: oauth21('1.5'),
  *check({ allowedOrigins }) {
    for (const { text, scheme, host } of allowedOrigins) {
      if (scheme !== 'http' || host === undefined || isLoopback(host)) continue;
      yield { message: `The allowed origin ${quoteUri(text)} uses http.` };
    }
  },
};

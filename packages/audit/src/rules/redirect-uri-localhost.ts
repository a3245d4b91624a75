import { isLocalhost } from '../host.ts';
import { quoteUri } from '../quote.ts';
import type { ClientRule } from '../rule.ts';
import { rfc } from '../source.ts';

export const redirectUriLocalhost: ClientRule = {
  id: 'redirect-uri-localhost',
  title: 'A redirect to the user’s own machine names it by address, not as localhost',
  level: 'warning',
  why: 'A resolver or a hosts file decides where localhost leads, and a program may listen on more than the loopback interface. It is advice, so no error.',
  help: 'Write 127.0.0.1 or [::1] instead of localhost.',
  source: rfc(8252, '8.3'),
  *check({ redirectUris }) {
    for (const { text, host } of redirectUris) {
      if (host === undefined || !isLocalhost(host)) continue;
      yield { message: `The redirect URI ${quoteUri(text)} names the user’s machine as localhost.` };
    }
  },
};

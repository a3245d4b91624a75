import { isPrivate } from '../host.ts';
import { quoteUri } from '../quote.ts';
import type { ClientRule } from '../rule.ts';
import { rfc } from '../source.ts';

export const redirectUriPrivateHost: ClientRule = {
  id: 'redirect-uri-private-host',
  title: 'A redirect URI does not lead into a private network',
  level: 'warning',
  why: 'In another network the same name or address is another machine, and that one receives the code. It may be meant for one office only, so no error.',
  help: 'Use a host name of the public DNS, or remove what is left of a test installation.',
  source: rfc(1918, '3'),
  *check({ redirectUris }, { portalHost }) {
    // A portal within a private network has clients there.
    if (portalHost !== undefined && isPrivate(portalHost)) return;
    for (const { text, host } of redirectUris) {
      if (host === undefined || !isPrivate(host)) continue;
      yield {
        message: `The redirect URI ${quoteUri(text)} leads to ${quoteUri(host)}, which only one network knows.`,
      };
    }
  },
};

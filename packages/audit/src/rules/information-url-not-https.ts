import { linkFields } from '../audited-client.ts';
import { linkNames, readLink } from '../link.ts';
import { quoteUri } from '../quote.ts';
import type { ClientRule } from '../rule.ts';
import { rfc } from '../source.ts';

export const informationUrlNotHttps: ClientRule = {
  id: 'information-url-not-https',
  title: 'The pages that a consent screen links to use https',
  level: 'warning',
  why: 'The user reads them to decide whom to trust, and anyone on the network can change a page that comes over http. They carry no code, so it is no error.',
  help: 'Replace the address by one with https.',
  source: rfc(7591, '5'),
  *check({ links }) {
    for (const field of linkFields) {
      const text = links[field];
      // Older records have links without a scheme, which is no http.
      const scheme = text === undefined ? undefined : readLink(text).scheme;
      if (text === undefined || scheme === undefined || scheme === 'https') continue;
      yield { message: `The ${linkNames[field]} ${quoteUri(text)} does not use https.` };
    }
  },
};

import { isAddress, isLoopback, isPrivate } from '../host.ts';
import { quoteUri } from '../quote.ts';
import type { ClientRule } from '../rule.ts';
import { rfc } from '../source.ts';

export const redirectUriIpAddress: ClientRule = {
  id: 'redirect-uri-ip-address',
  title: 'A redirect URI names its host instead of giving an IP address',
  level: 'warning',
  why: 'An address changes hands without notice, and then somebody else receives the codes. It may be a fixed one, so no error.',
  help: 'Use a host name that belongs to the client’s owner.',
  source: rfc(1958, '4'),
  *check({ redirectUris }) {
    for (const { text, host } of redirectUris) {
      // An address of a private network is a finding of redirect-uri-private-host.
      if (host === undefined || !isAddress(host) || isLoopback(host) || isPrivate(host)) continue;
      yield { message: `The redirect URI ${quoteUri(text)} leads to the IP address ${host}.` };
    }
  },
};

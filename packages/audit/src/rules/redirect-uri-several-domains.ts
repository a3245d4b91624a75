import { listOf, quote } from '../quote.ts';
import { redirectDomains } from '../redirect-domains.ts';
import type { ClientRule } from '../rule.ts';

export const redirectUriSeveralDomains: ClientRule = {
  id: 'redirect-uri-several-domains',
  title: 'All redirect URIs of a client belong to one registrable domain',
  level: 'warning',
  why: 'Whoever holds any one of the domains receives codes. A forgotten domain that expires can be registered by anyone. Two domains may have one owner, so no error.',
  help: 'Find out who owns each domain, and remove the ones that the client no longer needs.',
  source: {
    title: 'OpenID Connect Dynamic Client Registration 1.0, section 5',
    url: 'https://openid.net/specs/openid-connect-registration-1_0.html#SectorIdentifierValidation',
  },
  *check(client, context) {
    const domains = [...redirectDomains(client, context)];
    if (domains.length < 2) return;
    yield {
      message: `The redirect URIs lead to ${domains.length} registrable domains: ${listOf(domains.map((name) => quote(name)))}.`,
    };
  },
};

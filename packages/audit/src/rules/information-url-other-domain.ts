import { linkFields, type AuditedClient } from '../audited-client.ts';
import { linkNames, readLink } from '../link.ts';
import { listOf, quote } from '../quote.ts';
import { portalDomain, redirectDomains } from '../redirect-domains.ts';
import type { ClientRule } from '../rule.ts';
import { rfc } from '../source.ts';

export const informationUrlOtherDomain: ClientRule = {
  id: 'information-url-other-domain',
  title: 'The pages that a consent screen links to are on the domain that gets the codes',
  level: 'warning',
  why: 'A client that links to somebody’s website and sends the codes elsewhere looks like an impostor. Some apps live on another domain than their company, so it is no error.',
  help: 'Find out whether both domains have the same owner. If not, disable the client.',
  source: rfc(7591, '5'),
  *check(client, context) {
    const domains = redirectDomains(client, context);
    // Redirects to the user's own machine or to an app on it say nothing about a domain.
    if (domains.size === 0) return;
    const others = listOf([...domains].map((name) => quote(name)));
    for (const [domain, pages] of linksByDomain(client)) {
      if (domains.has(domain) || domain === portalDomain(context)) continue;
      yield {
        message: `The redirects lead to ${others}, but these links lead to ${quote(domain)}: ${listOf(pages)}.`,
      };
    }
  },
};

/** What the consent screen calls the pages on each domain. */
function linksByDomain({ links }: AuditedClient): Map<string, string[]> {
  const pages = new Map<string, string[]>();
  for (const field of linkFields) {
    const text = links[field];
    const domain = text === undefined ? undefined : readLink(text).domain;
    if (domain !== undefined) pages.set(domain, [...(pages.get(domain) ?? []), linkNames[field]]);
  }
  return pages;
}

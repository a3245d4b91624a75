import type { AuditedClient } from './audited-client.ts';
import { registrableDomain } from './registrable-domain.ts';
import type { Context } from './rule.ts';

/** The registrable domains that a client’s redirects lead to, without the one of the portal itself. */
export function redirectDomains({ redirectUris }: AuditedClient, context: Context): Set<string> {
  const domains = new Set<string>();
  for (const { host } of redirectUris) {
    const domain = host === undefined ? undefined : registrableDomain(host);
    if (domain !== undefined) domains.add(domain);
  }
  const own = portalDomain(context);
  if (own !== undefined) domains.delete(own);
  return domains;
}

export function portalDomain({ portalHost }: Context): string | undefined {
  return portalHost === undefined ? undefined : registrableDomain(portalHost);
}

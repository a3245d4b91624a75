import type { Client } from '@docspace-oauth/api';
import type { Finding } from '@docspace-oauth/findings/report';
import { auditedClient, withoutId } from './audited-client.ts';
import { contextOf, type AuditOptions } from './options.ts';
import { clientRules, portalRules } from './rules.ts';
import type { AuditRule, Found } from './rule.ts';

/** An audit that gets one client after the other, for a list that is too long to be kept. */
export interface Audit {
  /** What is wrong with this client by itself. */
  readonly add: (client: Client) => Finding[];
  /** What shows only when all clients have been seen, such as two of the same name. */
  readonly finish: () => Finding[];
}

export function startAudit(options: AuditOptions): Audit {
  const context = contextOf(options);
  const comparisons = portalRules.map((rule) => ({ rule, comparison: rule.compare() }));
  const seen = new Set<string>();
  return {
    add: (record) => {
      const client = auditedClient(record);
      // A page of a list may bring a client that an earlier one brought: it is no duplicate of itself.
      if (client.subject !== withoutId && seen.has(client.subject)) return [];
      seen.add(client.subject);
      for (const { comparison } of comparisons) comparison.add(client);
      return clientRules.flatMap((rule) =>
        Array.from(rule.check(client, context), (found) => finding(rule, client.subject, found)),
      );
    },
    finish: () =>
      comparisons.flatMap(({ rule, comparison }) =>
        Array.from(comparison.found(), (found) => finding(rule, found.subject, found)),
      ),
  };
}

/** Audits all clients of a portal. The findings about one client come first, in the order of the clients. */
export function audit(clients: Iterable<Client>, options: AuditOptions): Finding[] {
  const run = startAudit(options);
  const findings: Finding[] = [];
  for (const client of clients) findings.push(...run.add(client));
  return findings.concat(run.finish());
}

function finding(rule: AuditRule, subject: string, { message, level }: Found): Finding {
  return { rule: rule.id, level: level ?? rule.level, subject, message };
}

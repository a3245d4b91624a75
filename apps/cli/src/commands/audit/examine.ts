import { rules, startAudit } from '@docspace-oauth/audit';
import type { Check, Finding, Report } from '@docspace-oauth/findings/report';
import { oneLine } from '@docspace-oauth/terminal/value';
import { cut } from '@docspace-oauth/terminal/width';

import { mockName, type Portal } from '../../portal/portal.ts';
import { version } from '../../version.ts';

/** What came of looking at every client. */
export interface Examination {
  readonly report: Report;
  /** What the clients have that no report may show. */
  readonly secrets: readonly string[];
}

const GROUP = 'clients';
const LONGEST_NAME = 60;

/**
 * Looks at each client as it comes, so that the list is never kept. That the list was read is a check as well: a portal
 * without any client has been audited.
 * @param counted is called for each client
 */
export async function examine(
  { docspace, name, hide }: Portal,
  now: Date,
  counted: () => void,
): Promise<Examination> {
  // A redirect to the portal itself leads nowhere else. The address of the embedded mock is no portal's.
  const audit = startAudit({ now, portalHost: name === mockName ? undefined : new URL(name).host });
  const findings: Finding[] = [];
  const checks: Check[] = [
    { id: 'list', title: 'All clients were read', group: 'portal', outcome: 'passed' },
  ];
  const names = new Map<string, string>();
  const secrets: string[] = [];
  let hasOrigins = false;
  for await (const client of docspace.iterateClients()) {
    counted();
    hasOrigins ||= client.allowed_origins !== undefined;
    if (typeof client.client_secret === 'string') secrets.push(client.client_secret);
    const found = audit.add(hide(client));
    findings.push(...found);
    const id = found[0]?.subject ?? oneLine(client.client_id);
    const title = cut(oneLine(client.name), LONGEST_NAME);
    names.set(id, title);
    checks.push({ id, title, group: GROUP, outcome: 'passed' });
  }
  findings.push(...audit.finish());
  const count = checks.length - 1;
  return {
    report: {
      tool: { name: 'docspace-oauth', version },
      title: `Audit of ${count} OAuth ${count === 1 ? 'client' : 'clients'} of ${name}`,
      rules,
      checks,
      findings: findings.map((finding) => withName(finding, names)),
      remarks: hasOrigins || count === 0 ? [] : [noOrigins],
    },
    secrets,
  };
}

/** People know a client by its name; the id stays the subject, by which a finding can be accepted. */
function withName(finding: Finding, names: ReadonlyMap<string, string>): Finding {
  const name = names.get(finding.subject);
  return name === undefined ? finding : { ...finding, message: `${name}: ${finding.message}` };
}

const noOrigins =
  'The list of this server has no allowed origins, as in the guide, so the rules about them had nothing to look at.';

import type { Finding, Report, Rule } from '../report.ts';
import type { KnownDeviation, KnownDeviations } from './deviation.ts';

const expiredRule: Rule = {
  id: 'known-deviation-expired',
  title: 'A known deviation has not expired',
  level: 'error',
  help: 'Mend what deviates, then take the entry out; or give it a later day and a reason.',
};

const unneededRule: Rule = {
  id: 'known-deviation-not-needed',
  title: 'A known deviation is still there',
  level: 'warning',
  help: 'Take the entry out of the list.',
};

export interface ApplyOptions {
  readonly now: Date;
  /** Whether everything was checked: a part of a run cannot tell that an entry is no longer needed. */
  readonly complete: boolean;
}

/**
 * Marks the findings that a list accepts, and adds findings about the list: an entry that has expired, which
 * accepts nothing any more, and an entry that nothing matches, which fails no run.
 */
export function applyKnown(
  report: Report,
  { file, deviations }: KnownDeviations,
  { now, complete }: ApplyOptions,
): Report {
  const today = now.toISOString().slice(0, 10);
  const expired = deviations.filter(({ expires }) => expires < today);
  const valid = deviations.filter(({ expires }) => expires >= today);
  const about = (rule: Rule, entry: KnownDeviation, message: string): Finding => ({
    rule: rule.id,
    level: rule.level,
    subject: `${entry.rule}: ${entry.subject}`,
    message,
    place: { file, line: entry.line, column: entry.column },
  });
  const unneeded = valid.filter((entry) => isUnneeded(entry, report, complete));
  return {
    ...report,
    rules: [...report.rules, expiredRule, unneededRule],
    findings: [
      ...report.findings.map((finding) => mark(finding, valid)),
      ...expired.map((entry) =>
        about(expiredRule, entry, `The known deviation ${nameOf(entry)} expired on ${entry.expires}.`),
      ),
      ...unneeded.map((entry): Finding => ({
        ...about(unneededRule, entry, unneededMessage(entry, report)),
        advisory: true,
      })),
    ],
  };
}

function mark(finding: Finding, valid: readonly KnownDeviation[]): Finding {
  const entries = valid.filter((entry) => matches(entry, finding));
  const entry = entries.find(({ subject }) => subject !== '*') ?? entries[0];
  return entry ? { ...finding, known: { reason: entry.reason, expires: entry.expires } } : finding;
}

function matches(entry: KnownDeviation, { rule, subject }: Finding): boolean {
  return entry.rule === rule && (entry.subject === '*' || entry.subject === subject);
}

/** Nothing matches it, although what it concerns was checked or is no longer there. */
function isUnneeded(entry: KnownDeviation, { findings, checks }: Report, complete: boolean): boolean {
  if (findings.some((finding) => matches(entry, finding))) return false;
  const check = checks.find(({ id }) => id === entry.subject);
  return check ? check.outcome === 'passed' || check.outcome === 'failed' : complete;
}

function unneededMessage(entry: KnownDeviation, { rules }: Report): string {
  return rules.some(({ id }) => id === entry.rule)
    ? `The known deviation ${nameOf(entry)} is no longer needed: nothing matches it.`
    : `The known deviation ${nameOf(entry)} matches nothing: there is no such rule.`;
}

function nameOf({ rule, subject }: KnownDeviation): string {
  return `${rule} of ${subject === '*' ? 'any subject' : subject}`;
}

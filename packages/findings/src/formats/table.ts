import { table as lines } from '@docspace-oauth/terminal/table';
import { clean } from '@docspace-oauth/terminal/text';
import { cut } from '@docspace-oauth/terminal/width';
import { wrap } from '@docspace-oauth/terminal/wrap';

import { groupBy } from '../group-by.ts';
import type { Check, Finding, Report } from '../report.ts';
import { countOutcomes, findingsText, outcomesText, summarize, verdict } from '../summary.ts';
import { unexplainedFailures } from '../violations.ts';
import type { Format, FormatOptions } from './format.ts';
import { byWeight } from './order.ts';
import { helpFor, placeText } from './place.ts';

/** A text from a server can be megabytes long. */
const LONGEST = 1000;
const INDENT = '  ';

const colors = { error: 'red', warning: 'yellow', note: 'cyan', known: 'dim' } as const;

/** For people: each finding with what to do about it, then what was checked. */
export const table: Format = (report, options) => {
  const { title, tool, remarks } = report;
  const summary = summarize(report, options.failOn);
  const parts = [
    wrapped(title, options, ''),
    findingLines(report, options),
    unexplainedFailures(report).flatMap(({ id }) => wrapped(`failed: ${id}`, options, '')),
    checkLines(report.checks, options),
    remarks.flatMap((remark) => wrapped(remark, options, '')),
    wrapped(`${verdict(summary)}: ${findingsText(summary)} (${tool.name} ${tool.version}).`, options, ''),
  ];
  return parts
    .filter((part) => part.length > 0)
    .map((part) => `${part.join('\n')}\n`)
    .join('\n');
};

function findingLines(report: Report, options: FormatOptions): string[] {
  const findings = byWeight(report.findings);
  if (findings.length === 0) return [];
  const rows = findings.map(({ level, known, rule, subject }) => ({
    level: known === undefined ? level : ('known' as const),
    rule,
    subject,
  }));
  const [header = '', rule = '', ...others] = lines(rows, ['level', 'rule', 'subject']);
  return [
    ...[header, rule].map((line) => cut(line, options.width)),
    ...findings.flatMap((finding, index) => {
      const level = rows[index]?.level ?? finding.level;
      const line = cut(others[index] ?? '', options.width);
      const painted = options.paint(colors[level], level) + line.slice(level.length);
      return [painted, ...detailsOf(finding, report).flatMap((text) => wrapped(text, options, INDENT))];
    }),
  ];
}

function detailsOf(finding: Finding, report: Report): string[] {
  const { message, place, known } = finding;
  const details = [message];
  if (place) details.push(placeText(place));
  if (known) details.push(`Known until ${known.expires}: ${known.reason}`);
  const help = known ? undefined : helpFor(finding, report);
  if (help !== undefined) details.push(`To do: ${help}`);
  return details;
}

/** A line for each group, and one for each check that says nothing about what it was to check. */
function checkLines(checks: readonly Check[], options: FormatOptions): string[] {
  return [...groupBy(checks, ({ group }) => group)].flatMap(([group, members]) => [
    ...wrapped(`${group}: ${outcomesText(countOutcomes(members))}`, options, ''),
    ...members
      .filter(({ outcome }) => outcome === 'not applicable' || outcome === 'not run')
      .flatMap(({ id, outcome, reason }) =>
        wrapped(`${outcome}: ${id}${reason === undefined ? '' : `, because ${reason}`}`, options, INDENT),
      ),
  ]);
}

function wrapped(text: string, { width }: FormatOptions, indent: string): string[] {
  const line = cut(clean(text), LONGEST);
  return wrap(line, Math.max(20, width - indent.length)).map((part) => indent + part);
}

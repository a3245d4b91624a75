import { markdownTable } from 'markdown-table';

import { groupBy } from '../group-by.ts';
import type { Check, Finding, Outcome, Report } from '../report.ts';
import { countOutcomes, findingsText, outcomesText, summarize, verdict } from '../summary.ts';
import { unexplainedFailures } from '../violations.ts';
import type { Format } from './format.ts';
import { fitSections, type Section } from './markdown-fit.ts';
import { markdownCode, markdownText } from './markdown-text.ts';
import { byWeight } from './order.ts';
import { helpFor, placeText } from './place.ts';
import { sourceUrl } from './source-url.ts';

/** A comment on GitHub may have 65,536 characters. Bytes are counted, of which there are never fewer. */
const LIMIT = 65_000;

/** A summary for a job or a pull request. */
export const markdown: Format = (report, { failOn }) => {
  const { title, tool, checks, remarks } = report;
  const summary = summarize(report, failOn);
  const head = [
    `## ${markdownText(title)}`,
    '',
    `**${verdict(summary)}**: ${findingsText(summary)}; checks: ${outcomesText(summary.outcomes)}.`,
  ].join('\n');
  const foot = `${markdownText(`${tool.name} ${tool.version}`)}\n`;
  const fresh = byWeight(report.findings).filter(({ known }) => known === undefined);
  const known = report.findings.filter((finding) => finding.known !== undefined);
  return fitSections(
    head,
    [
      findingsSection(fresh),
      unexplainedSection(report),
      adviceSection(fresh, report),
      groupsSection(checks),
      knownSection(known),
      unknownSection(checks),
      listSection('remarks', '**Remarks**', remarks.map(markdownText)),
    ],
    foot,
    LIMIT,
  );
};

function findingsSection(findings: readonly Finding[]): Section {
  return tableSection(
    'findings',
    ['Level', 'Rule', 'Subject', 'Found', 'Where'],
    findings.map(({ level, rule, subject, message, place }) => [
      level,
      codeCell(rule),
      codeCell(subject),
      markdownText(message),
      place ? codeCell(placeText(place)) : '',
    ]),
  );
}

function unexplainedSection(report: Report): Section {
  return listSection(
    'failed checks',
    '**Failed without a finding**',
    unexplainedFailures(report).map(({ id }) => markdownCode(id)),
  );
}

/** What to do, once for all findings for which the advice is the same. */
function adviceSection(findings: readonly Finding[], report: Report): Section {
  const advice = new Map<string, string>();
  for (const finding of findings) {
    const help = helpFor(finding, report);
    const text = `${markdownCode(finding.rule)}: ${markdownText(help ?? '')}`;
    if (help !== undefined) advice.set(text, text + sourceText(finding, report));
  }
  return listSection('pieces of advice', '**What to do**', [...advice.values()]);
}

function sourceText({ rule: id }: Finding, { rules }: Report): string {
  const rule = rules.find((known) => known.id === id);
  const url = rule && sourceUrl(rule);
  if (url === undefined) return '';
  return ` ([${markdownText(rule?.source?.title ?? '')}](<${url}>))`;
}

function groupsSection(checks: readonly Check[]): Section {
  const outcomes: readonly Outcome[] = ['passed', 'failed', 'not applicable', 'not run'];
  return tableSection(
    'groups',
    ['Checks', ...outcomes],
    [...groupBy(checks, ({ group }) => group)].map(([group, members]) => {
      const counts = countOutcomes(members);
      return [markdownText(group), ...outcomes.map((outcome) => String(counts[outcome]))];
    }),
  );
}

function knownSection(findings: readonly Finding[]): Section {
  return tableSection(
    'known deviations',
    ['Known deviation', 'Subject', 'Until', 'Reason'],
    findings.map(({ rule, subject, known }) => [
      codeCell(rule),
      codeCell(subject),
      markdownText(known?.expires ?? ''),
      markdownText(known?.reason ?? ''),
    ]),
  );
}

/** The checks that say nothing about what they were to check. */
function unknownSection(checks: readonly Check[]): Section {
  const silent = checks.filter(({ outcome }) => outcome === 'not applicable' || outcome === 'not run');
  return listSection(
    'checks without a result',
    '**Without a result**',
    silent.map(
      ({ id, outcome, reason }) =>
        `${outcome}: ${markdownCode(id)}${reason === undefined ? '' : `, because ${markdownText(reason)}`}`,
    ),
  );
}

function tableSection(
  what: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Section {
  const [names = '', rule = '', ...lines] = markdownTable([header, ...rows], {
    alignDelimiters: false,
  }).split('\n');
  return { what, head: [names, rule], rows: lines };
}

function listSection(what: string, heading: string, items: readonly string[]): Section {
  return { what, head: [heading, ''], rows: items.map((item) => `- ${item}`) };
}

/**
 * In a table a vertical bar ends the cell even inside code, unless a backslash is in front. Where the name
 * has a backslash there itself, a zero-width space keeps the two apart.
 */
function codeCell(name: string): string {
  return markdownCode(name)
    .replaceAll(String.raw`\|`, '\\\u200B|')
    .replaceAll('|', String.raw`\|`);
}

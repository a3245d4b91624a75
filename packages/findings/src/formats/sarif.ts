import { createHash } from 'node:crypto';

import { terminalJson } from '@docspace-oauth/terminal/json';
import type { Location, Log, ReportingDescriptor, Result } from 'sarif';

import type { Finding, Place, Report, Rule } from '../report.ts';
import type { Format } from './format.ts';
import { helpFor } from './place.ts';
import { sourceUrl } from './source-url.ts';

/** SARIF 2.1.0, which code hosts and editors show at the place of a finding. */
export const sarif: Format = (report) => {
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: report.tool.name,
            semanticVersion: report.tool.version,
            rules: report.rules.map(descriptor),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: results(report),
        properties: { title: report.title, remarks: report.remarks },
      },
    ],
  };
  return `${terminalJson(log)}\n`;
};

function descriptor(rule: Rule): ReportingDescriptor {
  const { id, title, level, help } = rule;
  const helpUri = sourceUrl(rule);
  return {
    id,
    shortDescription: { text: plain(title) },
    ...(help !== undefined && { help: { text: plain(help) } }),
    ...(helpUri !== undefined && { helpUri }),
    defaultConfiguration: { level },
  };
}

function results(report: Report): Result[] {
  const indexes = new Map(report.rules.map(({ id }, index) => [id, index]));
  const seen = new Map<string, number>();
  return report.findings.map((finding) => {
    const { rule, level, message, place, known } = finding;
    const identity = fingerprint(finding);
    const ordinal = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, ordinal);
    const ruleIndex = indexes.get(rule);
    const help = helpFor(finding, report);
    return {
      ruleId: rule,
      ...(ruleIndex !== undefined && { ruleIndex }),
      level,
      message: { text: plain(help === undefined ? message : `${message} ${help}`) },
      locations: [location(finding)],
      partialFingerprints: fingerprints(`${identity}:${ordinal}`, place),
      ...(known && {
        suppressions: [{ kind: 'external', status: 'accepted', justification: plain(known.reason) }],
        properties: { knownUntil: known.expires },
      }),
    } satisfies Result;
  });
}

/** What makes a finding the same as in an earlier run: not its line, which moves, nor its message. */
function fingerprint({ rule, subject, place }: Finding): string {
  const identity = JSON.stringify([rule, subject, place?.file, place?.pointer]);
  return createHash('sha256').update(identity).digest('hex').slice(0, 32);
}

function fingerprints(identity: string, place: Place | undefined): Record<string, string> {
  // GitHub's uploader makes this one of its own from the line, and warns of another in its place. Without a
  // line it makes none, and would show the same finding as a new one after each run.
  return {
    'docspaceOauth/v1': identity,
    ...(place?.line === undefined && { primaryLocationLineHash: identity }),
  };
}

/** A code host refuses a result without a file: what a finding concerns stands in for one. */
function location({ subject, place }: Finding): Location {
  const { file, line, column, pointer } = place ?? { file: withoutDots(subject) };
  return {
    physicalLocation: {
      artifactLocation: { uri: relativeUri(file) },
      ...(line !== undefined && {
        region: { startLine: line, ...(column !== undefined && { startColumn: column }) },
      }),
    },
    logicalLocations: [
      { name: subject },
      ...(pointer === undefined ? [] : [{ fullyQualifiedName: pointer }]),
    ],
  };
}

/** A subject may be any text, and must not lead to a real file elsewhere. */
function withoutDots(subject: string): string {
  const parts = subject.split('/').filter((part) => !/^\.*$/u.test(part));
  return parts.length === 0 ? '-' : parts.join('/');
}

/** Each part is encoded, a colon too, so that the first one is not taken for a scheme. */
function relativeUri(file: string): string {
  return file.toWellFormed().split('/').map(encodeURIComponent).join('/');
}

/** SARIF reads `[text](target)` as a link and `{0}` as a placeholder. A zero-width space keeps both as they are. */
function plain(text: string): string {
  return text.replaceAll(/\](?=\()|\{(?=\d+\})/gu, '$&\u200B');
}

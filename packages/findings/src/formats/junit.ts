import { junit as transform } from 'node:test/reporters';
import { inspect } from 'node:util';

import { clean } from '@docspace-oauth/terminal/text';

import { groupBy } from '../group-by.ts';
import type { Check, Finding, Level, Report } from '../report.ts';
import { isViolation } from '../violations.ts';
import type { Format } from './format.ts';
import { helpFor, placeText } from './place.ts';

/** What JUnit can say of a test case. */
interface TestCase {
  readonly name: string;
  readonly durationMs: number;
  readonly skipped?: string;
  readonly failure?: Failure;
}

interface Failure {
  readonly type: string;
  readonly message: string;
  readonly lines: readonly string[];
}

/** For CI: each check is a test case, in a suite for its group. What fails here also fails the run. */
export const junit: Format = async (report, { failOn }) => {
  let text = '';
  for await (const chunk of transform(eventsOf(suitesOf(report, failOn)))) text += chunk;
  return text;
};

function suitesOf(report: Report, failOn: Level): ReadonlyMap<string, readonly TestCase[]> {
  const bySubject = groupBy(report.findings, ({ subject }) => subject);
  const suites = new Map<string, TestCase[]>();
  for (const [name, checks] of groupBy(report.checks, ({ group }) => group)) {
    suites.set(
      name,
      checks.map((check) => caseOfCheck(check, bySubject.get(check.id) ?? [], report, failOn)),
    );
  }
  // The audit of a client is no check of its own: its findings are the test cases.
  const checked = new Set(report.checks.map(({ id }) => id));
  const others = report.findings.filter(({ subject }) => !checked.has(subject));
  if (others.length > 0) {
    const cases = others.map((finding) => ({
      name: `${finding.rule}: ${finding.subject}`,
      durationMs: 0,
      ...verdict([finding], report, failOn),
    }));
    suites.set('Findings', [...(suites.get('Findings') ?? []), ...cases]);
  }
  return suites;
}

function caseOfCheck(
  { id, title, outcome, reason, durationMs = 0 }: Check,
  findings: readonly Finding[],
  report: Report,
  failOn: Level,
): TestCase {
  const base = { name: title === '' || title === id ? id : `${id}: ${title}`, durationMs };
  if (findings.length > 0) return { ...base, ...verdict(findings, report, failOn) };
  if (outcome === 'passed') return base;
  if (outcome !== 'failed') return { ...base, skipped: [outcome, reason].filter(Boolean).join(': ') };
  return { ...base, failure: { type: 'failed', message: 'The check failed without a finding.', lines: [] } };
}

function verdict(
  findings: readonly Finding[],
  report: Report,
  failOn: Level,
): Pick<TestCase, 'skipped' | 'failure'> {
  const violations = findings.filter((finding) => isViolation(finding, failOn));
  const [first] = violations;
  if (first) {
    const others = violations.length === 1 ? '' : ` (and ${violations.length - 1} more)`;
    return {
      failure: {
        type: first.rule,
        message: first.message + others,
        lines: violations.flatMap((finding) => linesOf(finding, report)),
      },
    };
  }
  const known = findings.find((finding) => finding.known)?.known;
  return known ? { skipped: `known deviation until ${known.expires}: ${known.reason}` } : {};
}

function linesOf(finding: Finding, report: Report): string[] {
  const help = helpFor(finding, report);
  return [
    `${finding.level} ${finding.rule}: ${finding.message}`,
    ...(finding.place ? [`at ${placeText(finding.place)}`] : []),
    ...(help === undefined ? [] : [`to do: ${help}`]),
  ];
}

type Events = Parameters<typeof transform>[0];
type Event = Events extends AsyncGenerator<infer Item, void> ? Item : never;

/** The events that Node's test runner would send for such tests. */
async function* eventsOf(suites: ReadonlyMap<string, readonly TestCase[]>): Events {
  for (const [group, cases] of suites) {
    const suite = { name: attribute(group), nesting: 0, testNumber: 0 };
    yield event('test:start', suite);
    for (const testCase of cases) yield* eventsOfCase(testCase);
    const time = cases.reduce((sum, { durationMs }) => sum + durationMs, 0);
    yield event('test:pass', { ...suite, details: { duration_ms: time, type: 'suite' } });
  }
}

function* eventsOfCase({ name, durationMs, skipped, failure }: TestCase): Generator<Event> {
  const data = { name: attribute(name), nesting: 1, testNumber: 0 };
  yield event('test:start', data);
  const details = { duration_ms: durationMs };
  if (failure) {
    const error = {
      failureType: attribute(failure.type),
      message: attribute(failure.message),
      // The text between the tags: the transform prints the error as Node's inspect does.
      [inspect.custom]: () => failure.lines.map(content).join('\n'),
    };
    yield event('test:fail', { ...data, details: { ...details, error } });
  } else {
    yield event('test:pass', {
      ...data,
      details,
      ...(skipped !== undefined && { skip: attribute(skipped) }),
    });
  }
}

/** Node's types want all that its runner knows; the transform reads no more than this. */
function event(type: 'test:start' | 'test:pass' | 'test:fail', data: object): Event {
  return { type, data } as unknown as Event;
}

/** The transform escapes a quotation mark twice. */
function attribute(text: string): string {
  return content(text).replaceAll('"', "'");
}

/**
 * The transform escapes what begins a tag. These are what else XML has no place for, and references by number,
 * which the transform takes for its own.
 */
function content(text: string): string {
  return clean(text)
    .replaceAll(/[\uFFFE\uFFFF]/gu, '\uFFFD')
    .replaceAll(']]>', ']] >')
    .replaceAll(/&(?=#\d)/gu, '& ');
}

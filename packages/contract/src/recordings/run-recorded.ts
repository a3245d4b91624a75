import type { Violation } from '../run/violation.ts';
import type { CaseResult } from '../run/run-case.ts';
import type { Run } from '../run/run-cases.ts';
import { notRun } from '../run/run-cases.ts';
import type { Observer } from '../target/exchange.ts';
import type { RecordedCase } from './recorded-cases.ts';
import { recordedCases } from './recorded-cases.ts';
import type { RecordedPortal } from './recorded-portal.ts';
import { startRecordedPortal } from './recorded-portal.ts';
import { comparable } from './recorded-body.ts';

/** What is not recorded: the connection, and what every answer of the service has. */
const unrecorded = new Set([
  'date',
  'connection',
  'keep-alive',
  'content-length',
  'cache-control',
  'x-content-type-options',
]);

/** What every answer of the service has, so that the recordings leave it out. */
const always = [
  ['cache-control', /^no-cache, no-store/u],
  ['x-content-type-options', /^nosniff$/u],
] as const;

/** Replays recorded requests to a mock that has the clients of the recorded portal. */
export async function* runRecordings(
  cases: readonly RecordedCase[],
  observe: Observer,
  signal?: AbortSignal,
): AsyncGenerator<Run, void, undefined> {
  if (cases.length === 0) return;
  // Its clients are put together from all recordings, also where only some are replayed.
  const portal = await startRecordedPortal(
    recordedCases().map(({ recording }) => recording),
    observe,
  );
  try {
    for (const one of cases) {
      const result = signal?.aborted ? notRun() : await runRecorded(one, portal);
      yield { case: one, server: 'the mock, recorded portal', kind: 'mock', result };
    }
  } finally {
    await portal.close();
  }
}

/** Whether the mock answers as the portal did: status, headers, the order of the fields, every value but error texts. */
export async function runRecorded({ recording }: RecordedCase, portal: RecordedPortal): Promise<CaseResult> {
  const { status, headers, text, durationMs } = await portal.replay(recording);
  const violations: Violation[] = [];
  const fail = (message: string): void => void violations.push({ rule: 'recording', message });
  if (status !== recording.status) fail(`It answered ${status}; the portal answered ${recording.status}.`);
  const [came, expected] = [fieldsOf(headers), fieldsOf(Object.entries(recording.headers))];
  for (const name of new Set([...came.keys(), ...expected.keys()])) {
    const [one, other] = [came.get(name), expected.get(name)];
    if (one !== other)
      fail(`The header ${name} is ${one ?? 'absent'}; the portal’s was ${other ?? 'absent'}.`);
  }
  for (const [name, pattern] of always) {
    const value = headers.find(([sent]) => sent === name)?.[1] ?? 'absent';
    if (!pattern.test(value)) fail(`The header ${name} is ${value}; every answer of a portal has it.`);
  }
  const body = comparable(text, recording.body);
  if (body !== portal.translate(comparable(recording.body, recording.body))) {
    fail('The body is not the one that the portal sent.');
  }
  return { outcome: violations.length > 0 ? 'failed' : 'passed', violations, durationMs };
}

function fieldsOf(pairs: Iterable<readonly [string, string]>): Map<string, string> {
  return new Map(
    [...pairs]
      .filter(([name]) => !unrecorded.has(name))
      .map(([name, value]) => {
        const text = value.replace(/^(JSESSIONID=).*$/u, '$1…');
        return [name, name === 'x-ratelimit-remaining' ? text.replace(/^\d+$/u, 'n') : text] as const;
      }),
  );
}

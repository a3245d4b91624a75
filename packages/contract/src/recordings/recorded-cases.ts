import type { Recording } from '@docspace-oauth/testing/recordings';
import portal from '@docspace-oauth/testing/portal-3.7.2.json' with { type: 'json' };
import type { Case } from '../cases/case.ts';

/** Where the recordings are in this repository; each is a line of its own. */
const file = 'packages/testing/recordings/portal-3.7.2.json';

const because =
  'A recording is about the clients that the recorded portal had; the other cases ask the same of any portal.';

/** A recorded request as a case of the embedded mock. */
export interface RecordedCase extends Case {
  readonly recording: Recording;
}

/** What a running portal answered, as cases: made of the recording itself, so that nothing is copied by hand. */
export function recordedCases(): RecordedCase[] {
  return (portal as readonly Recording[]).map((recording, index) => ({
    id: `recorded-${String(recording.n).padStart(3, '0')}`,
    title: `${recording.who} ${recording.method} ${recording.path}: ${recording.status}, as recorded.`,
    dialect: 'portal',
    operation: 'recorded',
    needs: {},
    mock: {},
    onlyOn: { servers: ['mock'], because },
    stateless: false,
    request: { sender: 'key', path: recording.path, params: {}, query: {}, headers: {} },
    expect: { status: [recording.status], headers: {}, body: [] },
    place: { file, line: index + 2 },
    recording,
  }));
}

export function isRecorded(one: Case): one is RecordedCase {
  return 'recording' in one;
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startMock, type Mock, type StoreName } from '@docspace-oauth/mock';
import { text } from '@docspace-oauth/testing/server';
import { describe, expect, onTestFinished, test } from 'vitest';

import { readProgram } from '../../guide/programs.ts';
import type { Ended } from '../../guide/run.ts';
import { startInFront } from './in-front.ts';
import { plainPrograms, portalPrograms, programOf, programsOf, valueOf } from './programs.ts';

const tied = (count: number, date: string): string[] => Array.from({ length: count }, () => date);
const inOneMinute = (count: number, minute: string): string[] =>
  Array.from({ length: count }, (_, index) => `${minute}:${String(index % 60).padStart(2, '0')}.5Z`);

const dates = {
  'thirty of each date': [
    ...tied(30, '2026-04-03T12:00:00.123456Z'),
    ...tied(30, '2026-04-02T12:00:00.5Z'),
    ...tied(30, '2026-04-01T12:00:00Z'),
  ],
  'sixty of one minute': [...tied(20, '2026-05-01T08:00:00Z'), ...inOneMinute(60, '2026-04-01T12:00')],
  'a date at the turn of a second': [
    ...tied(49, '2026-04-01T12:00:00.9999Z'),
    ...tied(3, '2026-04-01T11:59:59.999999Z'),
    ...tied(20, '2026-04-01T11:59:59.5Z'),
  ],
};

async function startPortal(
  store: StoreName,
  created: readonly string[],
  more: Readonly<Record<string, unknown>> = {},
): Promise<Mock> {
  const mock = await startMock({ dialect: 'portal', store });
  onTestFinished(() => mock.close());
  const clients = created.map((created_on, index) => ({ name: `Client ${index}`, created_on, ...more }));
  const body = JSON.stringify({ clients });
  const { status } = await fetch(`${mock.url}/__mock/clients`, { method: 'PUT', body });
  expect(status).toBe(200);
  return mock;
}

/** How many different clients a run has listed; fails if one is listed twice. */
function countListed(ended: Ended): number {
  expect(ended.code).toBe(0);
  const ids = (valueOf(ended, 1) as { client_id: string }[]).map(({ client_id }) => client_id);
  const distinct = new Set(ids).size;
  expect(ids).toHaveLength(distinct);
  return distinct;
}

describe.each(programsOf(...portalPrograms))('$file lists every client', ({ start }) => {
  const cases = (['sql', 'saas'] as const).flatMap((store) =>
    Object.entries(dates).map(([name, created]) => ({ name, store, created })),
  );
  test.each(cases)('$name, store $store', async ({ store, created }) => {
    const mock = await startPortal(store, created);
    const ended = await start(mock.url);
    expect(ended.err).toBe('');
    expect(countListed(ended)).toBe(created.length);
  });

  test('seventy of one date, in the vendor’s cloud', async () => {
    const mock = await startPortal('saas', tied(70, '2026-04-01T12:00:00.123456789Z'));
    expect(countListed(await start(mock.url))).toBe(70);
  });

  test('where the vendor’s cloud ends a page at 1 MB and says that it is the last', async () => {
    const logo = `data:image/png;base64,${'A'.repeat(120_000)}`;
    const created = Array.from(
      { length: 20 },
      (_, index) => `2026-04-${String(20 - index).padStart(2, '0')}T12:00:00Z`,
    );
    const mock = await startPortal('saas', created, { logo });
    expect(countListed(await start(mock.url))).toBe(20);
  });

  test('in an older portal that refuses every form of the cursor but its own', async () => {
    const created = Array.from({ length: 70 }, (_, index) =>
      new Date(1_760_000_000_000 - index * 1e6).toISOString(),
    );
    const mock = await startPortal('sql', created);
    const front = await startInFront(mock, ({ path }) => (/%2B|%5B/u.test(path) ? text(500, '') : undefined));
    const ended = await start(front.url);
    expect(countListed(ended)).toBe(70);
  });
});

test.each(programsOf(...portalPrograms))(
  '$file warns if a self-hosted portal may hold back clients of one date',
  async ({ start }) => {
    const mock = await startPortal('sql', [...tied(60, '2026-04-01T12:00:00.5Z'), '2026-03-01T00:00:00Z']);
    const ended = await start(mock.url);
    expect(countListed(ended)).toBe(51);
    expect(ended.err).toMatch(/^Warning: [^\n]* may be missing\.$/mu);
  },
);

/** A fault in each of the plain programs: the cursor of a page is sent back unchanged. */
const faults = {
  'portal-fetch.mjs': ['if (!isEnd) dates.unshift(justAfter(created_on));', ''],
  'portal.py': ['if not is_end:', 'if False:'],
} as const;

test.each(programsOf(...plainPrograms))(
  '$file loses clients without the moment after the last date: the tests above would fail',
  async ({ file }) => {
    const folder = await mkdtemp(join(tmpdir(), 'docspace-guide-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const [line, other] = faults[file as keyof typeof faults];
    const program = await readProgram(file);
    expect(program).toContain(line);
    await writeFile(join(folder, file), program.replace(line, other));
    const mock = await startPortal('sql', dates['thirty of each date']);
    expect(countListed(await programOf(file, join(folder, file)).start(mock.url))).toBeLessThan(90);
  },
);

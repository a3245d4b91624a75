import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startMock } from '@docspace-oauth/mock';
import { expect, test } from 'vitest';

import { runCommand } from './run-command.ts';

/** These end by a time limit of the DocSpace client, so they all wait at once. */
const cases = [
  { scenario: 'slow', list: 0, snapshot: 0 },
  { scenario: 'huge', list: 0, snapshot: 0 },
  { scenario: 'rate-limited', list: 1, snapshot: 2 },
  { scenario: 'stalled', list: 1, snapshot: 2 },
  { scenario: 'token-limited', list: 1, snapshot: 2 },
].flatMap((one) =>
  (['guide', 'portal'] as const)
    .filter((dialect) => dialect === 'portal' || one.scenario !== 'token-limited')
    .map((dialect) => ({ ...one, dialect })),
);

test.concurrent.each(cases)(
  'the scenario $scenario in the dialect $dialect: list exits with $list, snapshot with $snapshot',
  async ({ scenario, dialect, list, snapshot }) => {
    const folder = await mkdtemp(join(tmpdir(), 'docspace-oauth-slow-'));
    const mock = await startMock({ dialect, scenario });
    const settings = { DOCSPACE_URL: mock.url, DOCSPACE_API_KEY: 'sk-admin', DOCSPACE_DIALECT: dialect };
    try {
      const [listed, taken] = await Promise.all([
        runCommand(['list', '--format', 'jsonl', '--quiet'], settings),
        runCommand(['snapshot', 'clients.json', '--quiet'], settings, { folder }),
      ]);
      expect([listed.code, taken.code]).toEqual([list, snapshot]);
      const failed = /^Error: [^\n]+\n(?:Hint: [^\n]+\n)?$/u;
      for (const { code, err } of [listed, taken]) expect(err).toMatch(code === 0 ? /^$/u : failed);
    } finally {
      await mock.close();
      await rm(folder, { recursive: true });
    }
  },
);

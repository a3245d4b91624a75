import { startMock, type Mock } from '@docspace-oauth/mock';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { runCommand } from './run-command.ts';

const ID = 'c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831';

/** What becomes of a command in each scenario: the exit code of a call that fails, or 0, or whichever of both. */
type Outcome = 'works' | 'fails' | 'either';
const scenarios: Readonly<Record<string, Partial<Record<'guide' | 'portal', Outcome>>>> = {
  normal: { guide: 'works', portal: 'works' },
  empty: { guide: 'works', portal: 'works' },
  'live-limits': { guide: 'works', portal: 'works' },
  flaky: { guide: 'either', portal: 'either' },
  down: { guide: 'fails', portal: 'fails' },
  failing: { guide: 'fails', portal: 'fails' },
  truncated: { guide: 'fails', portal: 'fails' },
  disconnecting: { guide: 'fails', portal: 'fails' },
  'cached-nulls': { portal: 'works' },
  suspended: { portal: 'fails' },
  restoring: { portal: 'fails' },
  unpaid: { portal: 'fails' },
  'ip-not-allowed': { portal: 'fails' },
  'old-portal': { portal: 'fails' },
  'unknown-host': { portal: 'fails' },
  'dotnet-down': { portal: 'fails' },
  'dotnet-slow': { portal: 'fails' },
  'redis-down': { portal: 'fails' },
  'redis-down-direct': { portal: 'fails' },
};

const commands = [
  { args: ['list'], failedCall: 1 },
  { args: ['list', '--format', 'csv'], failedCall: 1 },
  { args: ['whoami'], failedCall: 1 },
  { args: ['audit', '--format', 'sarif'], failedCall: 2 },
  { args: ['snapshot', 'clients.json'], failedCall: 2 },
  { args: ['show', ID], failedCall: 1 },
  { args: ['public', ID], failedCall: 1 },
];

/** Here only the endpoint of the token fails, and the public card needs none. */
const TOKEN_SCENARIOS: ReadonlySet<string> = new Set([
  'suspended',
  'restoring',
  'unpaid',
  'ip-not-allowed',
  'old-portal',
  'unknown-host',
  'dotnet-down',
  'dotnet-slow',
]);

/** Where a command that reads one client fares otherwise than one that reads the list. */
function outcomeOf([command]: readonly string[], scenario: string, outcome: Outcome): Outcome {
  if (scenario === 'empty' && (command === 'show' || command === 'public')) return 'fails';
  return command === 'public' && TOKEN_SCENARIOS.has(scenario) ? 'works' : outcome;
}

const cases = Object.entries(scenarios).flatMap(([scenario, outcomes]) =>
  Object.entries(outcomes).flatMap(([dialect, outcome]) =>
    commands.map(({ args, failedCall }) => ({
      scenario,
      dialect,
      outcome: outcomeOf(args, scenario, outcome),
      args,
      failedCall,
    })),
  ),
);

describe.each(['guide', 'portal'] as const)('in the dialect %s', (dialect) => {
  let mock: Mock;
  let folder: string;
  beforeAll(async () => {
    mock = await startMock({ dialect });
    folder = await mkdtemp(join(tmpdir(), 'docspace-oauth-scenarios-'));
  });
  afterAll(async () => {
    await mock.close();
    await rm(folder, { recursive: true });
  });

  test.each(cases.filter((one) => one.dialect === dialect))(
    'the scenario $scenario: $args $outcome',
    async ({ scenario, outcome, args, failedCall }) => {
      await mock.setScenario(scenario);
      const settings = { DOCSPACE_URL: mock.url, DOCSPACE_API_KEY: 'sk-admin', DOCSPACE_DIALECT: dialect };
      const { code, out, err } = await runCommand(args, settings, { folder });
      const expected = { works: [0], fails: [failedCall], either: [0, failedCall] }[outcome];
      expect(expected).toContain(code);
      if (code === 0) return;
      // One sentence, in most cases with a hint, and nothing that looks like a result.
      expect(err).toMatch(/^Error: [^\n]+\n(?:Hint: [^\n]+\n)?$/u);
      expect(out).toBe('');
      expect(await readdir(folder)).not.toContainEqual(expect.stringMatching(/tmp$/u));
    },
  );

  test('every scenario is either here or takes longer than a test may', async () => {
    const state = (await (await fetch(`${mock.url}/__mock/`)).json()) as { scenarios: object };
    const known = Array.isArray(state.scenarios) ? state.scenarios : Object.keys(state.scenarios);
    const names = known.map((one: unknown) =>
      typeof one === 'string' ? one : (one as { name: string }).name,
    );
    const slow = ['huge', 'slow', 'rate-limited', 'stalled', 'token-limited'];
    expect(names.toSorted()).toEqual([...Object.keys(scenarios), ...slow].toSorted());
  });
});

test('an unknown id and one that is refused are failed calls', async () => {
  const mock = await startMock({ dialect: 'portal' });
  const settings = { DOCSPACE_URL: mock.url, DOCSPACE_API_KEY: 'sk-admin', DOCSPACE_DIALECT: 'portal' };
  try {
    for (const name of ['show', 'public']) {
      const unknown = await runCommand([name, ID.replace('c1', '00')], settings);
      expect(unknown).toMatchObject({ code: 1, out: '' });
      expect(unknown.err).toMatch(/^Error: not_found, status 404: /u);
      expect(await runCommand([name, 'a;b'], settings)).toMatchObject({ code: 2, out: '' });
    }
  } finally {
    await mock.close();
  }
});

import type { Dialect } from '@docspace-oauth/api';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { clientId, expectAccessible, openTab, openView, startExplorer, useBrowser } from './explorer.ts';

useBrowser();

/** What a view says first: the title of a failure or of a notice, or the name of its first client. */
async function headline(page: Page): Promise<string> {
  const said = page.locator('main [role=alert] h2, main .notice h2, main .client-name a, main h1:has(bdi)').first();
  await said.waitFor({ timeout: 40_000 });
  return said.innerText();
}

/** What each scenario shows in a view. All of them wait at the same time. */
async function headlines(
  dialect: Dialect,
  path: string,
  scenarios: readonly string[],
): Promise<Record<string, string>> {
  const shown = await Promise.all(
    scenarios.map(async (scenario) => {
      const mock = await startExplorer({ dialect, scenario });
      const page = await openTab(mock.url);
      await page.goto(`${mock.url}/explorer${path}`);
      return [scenario, await headline(page)] as const;
    }),
  );
  return Object.fromEntries(shown);
}

const inBoth = {
  normal: 'Calendar Sync',
  empty: 'There are no clients',
  huge: 'Calendar Sync',
  slow: 'Calendar Sync',
  down: 'The server failed',
  failing: 'The server failed',
  'rate-limited': 'Too many requests',
  'live-limits': 'Calendar Sync',
  stalled: 'The server took too long',
  truncated: 'x',
  disconnecting: 'The server cannot be reached',
};

const ofPortal = {
  'cached-nulls': 'Calendar Sync',
  suspended: 'The portal is not available',
  restoring: 'The portal is not available',
  unpaid: 'The portal is not available',
  'ip-not-allowed': 'x',
  'old-portal': 'Not allowed',
  'unknown-host': 'The server failed',
  'token-limited': 'Too many requests',
  'dotnet-down': 'The server failed',
  'dotnet-slow': 'The server failed',
  'redis-down': 'The server failed',
  'redis-down-direct': 'Not allowed',
};

test('guide: each scenario is told in the list', async () => {
  expect(await headlines('guide', '/', Object.keys(inBoth))).toEqual(inBoth);
});

test('portal: each scenario is told in the list', async () => {
  const expected = { ...inBoth, ...ofPortal };
  expect(await headlines('portal', '/', Object.keys(expected))).toEqual(expected);
});

test.each(['guide', 'portal'] as const)('%s: each failure is told in the other views', async (dialect) => {
  const failures = { down: 'The server failed', disconnecting: 'The server cannot be reached' };
  for (const path of [`/clients/${clientId}`, `/clients/${clientId}/consent`, `/bulk?ids=${clientId}`]) {
    expect(await headlines(dialect, path, Object.keys(failures))).toEqual(failures);
  }
});

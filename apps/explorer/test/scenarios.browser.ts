import type { Dialect } from '@docspace-oauth/api';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';

import {
  clientId,
  expectAccessible,
  openTab,
  openView,
  settled,
  startExplorer,
  useBrowser,
} from './explorer.ts';

useBrowser();

/** What a view says first: the title of a failure or of a notice, the name of its first client, or how many it found. */
async function headline(page: Page): Promise<string> {
  const said = page
    .locator(
      'main [role=alert] h2, main .notice h2, main .client-name a, main h1:has(bdi), #consent-name, main [role=group] h2',
    )
    .first();
  await said.waitFor({ timeout: 120_000 });
  await settled(page);
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
  truncated: 'The server answered something else',
  disconnecting: 'The server cannot be reached',
};

const ofPortal = {
  'cached-nulls': 'Calendar Sync',
  suspended: 'The portal is not available',
  restoring: 'The portal is not available',
  unpaid: 'The portal is not available',
  'ip-not-allowed': 'Not allowed',
  'old-portal': 'The server refused the request',
  'unknown-host': 'The server failed',
  'token-limited': 'Too many requests',
  'dotnet-down': 'The server failed',
  'dotnet-slow': 'The server failed',
  'redis-down': 'The server failed',
  'redis-down-direct': 'Not allowed',
};

// Some of them take the whole time limit of a call, and two dozen tabs share the machine.
const patient = 240_000;

test(
  'guide: each scenario is told in the list',
  async () => {
    expect(await headlines('guide', '/', Object.keys(inBoth))).toEqual(inBoth);
  },
  patient,
);

test(
  'portal: each scenario is told in the list',
  async () => {
    const expected = { ...inBoth, ...ofPortal };
    expect(await headlines('portal', '/', Object.keys(expected))).toEqual(expected);
  },
  patient,
);

/** Scenarios that end by a time limit; the list above has waited for them. */
const slow = new Set(['huge', 'slow', 'rate-limited', 'stalled', 'token-limited', 'dotnet-slow']);

/**
 * What only the endpoint of the token refuses: public information needs no token, so it is shown all the same. Where that
 * endpoint is down altogether, nobody can tell the dialect.
 */
const ofToken = ['suspended', 'restoring', 'unpaid', 'ip-not-allowed', 'old-portal', 'unknown-host'];

const views = [
  { view: 'client', path: `/clients/${clientId}`, works: 'Calendar Sync', empty: 'There is no such client' },
  {
    view: 'consent',
    path: `/clients/${clientId}/consent`,
    works: 'Calendar Sync',
    empty: 'There is no such client',
  },
  { view: 'bulk', path: `/bulk?ids=${clientId}`, works: '1 client found', empty: '0 clients found' },
];

test.each((['guide', 'portal'] as const).flatMap((dialect) => views.map((view) => ({ dialect, ...view }))))(
  '$dialect: each scenario is told in the view $view',
  async ({ dialect, view, path, works, empty }) => {
    const inList: Record<string, string> = dialect === 'guide' ? inBoth : { ...inBoth, ...ofPortal };
    const expected = Object.entries(inList)
      .filter(([scenario]) => !slow.has(scenario))
      .map(([scenario, told]) => {
        if (scenario === 'empty') return [scenario, empty];
        const isShown = told === inBoth.normal || (view !== 'bulk' && ofToken.includes(scenario));
        return [scenario, isShown ? works : told];
      });
    const scenarios = expected.map(([scenario = '']) => scenario);
    expect(await headlines(dialect, path, scenarios)).toEqual(Object.fromEntries(expected));
  },
  patient,
);

test('portal: a client whose portal is suspended shows its public information, and says twice what is wrong', async () => {
  const mock = await startExplorer({ dialect: 'portal', scenario: 'suspended' });
  const page = await openTab(mock.url);
  await openView(page, mock.url, `/clients/${clientId}`);
  await page.getByRole('heading', { level: 1, name: 'Calendar Sync' }).waitFor();
  await expect.poll(() => page.getByRole('alert').count()).toBe(2);
});

test('flaky: what fails says so and can be tried again until it works', async () => {
  const mock = await startExplorer({ dialect: 'portal', scenario: 'flaky', seed: 3 });
  const page = await openTab(mock.url);
  await page.goto(`${mock.url}/explorer/`);
  await headline(page);
  await mock.setScenario('failing');
  await page
    .getByRole('button', { name: /Reload|Try again/u })
    .first()
    .click();
  await page.getByRole('heading', { name: 'The server failed' }).waitFor();
  await expectAccessible(page);
  await mock.setScenario('normal');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('alert').waitFor({ state: 'detached' });
  expect(await headline(page)).toBe('Calendar Sync');
});

test('rate limited: another try is possible when the countdown is over, and the hint is shown', async () => {
  const mock = await startExplorer();
  const page = await openTab(mock.url);
  await openView(page, mock.url, '/connection');
  await page.getByRole('radio', { name: /limited-3/u }).check();
  await page.getByRole('link', { name: 'Clients', exact: true }).click();
  // With these two the three calls of a minute are used up.
  await page.getByRole('link', { name: 'Calendar Sync' }).click();
  await page.getByText('client_secret').first().waitFor();
  await page.getByRole('link', { name: 'Bulk' }).click();
  await page.clock.install();
  await page.getByRole('textbox', { name: 'Ids' }).fill(clientId);
  await page.getByRole('button', { name: 'Read 1 client' }).click();
  const alert = page.getByRole('alert');
  await alert.getByText('What to do:').waitFor();
  await alert.getByRole('heading', { name: 'Too many requests' }).waitFor();
  await expectAccessible(page);
  const again = alert.getByRole('button', { name: 'Try again' });
  expect(await again.isDisabled()).toBe(true);
  const left = async (): Promise<number> =>
    Number(/in (\d+) s/u.exec(await alert.getByRole('timer').innerText())?.[1]);
  const before = await left();
  expect(before).toBeGreaterThan(20);
  await page.clock.runFor(10_000);
  await expect.poll(left).toBeLessThanOrEqual(before - 9);
  await page.clock.runFor(60_000);
  await expect.poll(() => again.isEnabled()).toBe(true);
});

test('slow: the view says that it is loading', async () => {
  const mock = await startExplorer({ scenario: 'slow' });
  const page = await openTab(mock.url);
  await page.goto(`${mock.url}/explorer/bulk?ids=${clientId}`);
  await page.getByRole('status').getByText('Looking for 1 client').waitFor();
  await expectAccessible(page);
  await expect
    .poll(() => page.getByRole('group', { name: 'Result' }).innerText())
    .toContain('1 client found');
});

test('live limits: the page says that the client waits, and then shows all', async () => {
  const mock = await startExplorer({ dialect: 'portal', clients: 300 });
  const page = await openTab(mock.url);
  await openView(page, mock.url, '/');
  await mock.setScenario('rate-limited');
  await page.getByRole('searchbox', { name: 'Search' }).fill('sync');
  await page.locator('.activity').getByText('The server limits the rate of requests').waitFor();
  await mock.setScenario('normal');
  await expect.poll(() => page.locator('.progress').innerText()).toMatch(/^\d+ of 307 clients$/u);
});

test('a dialect, a scenario and a caller are one click away', async () => {
  const mock = await startExplorer();
  const page = await openTab(mock.url);
  await openView(page, mock.url, '/connection');
  await page.getByRole('radio', { name: 'portal', exact: true }).check();
  await page.getByText('It was found to speak the portal’s dialect.').waitFor();
  await page.getByRole('radio', { name: 'empty', exact: true }).check();
  await page.locator('.connection-state').getByText('empty').waitFor();
  await page.getByRole('link', { name: 'Clients', exact: true }).click();
  await page.getByRole('heading', { name: 'There are no clients' }).waitFor();
  await page.goBack();
  await page.getByRole('radio', { name: 'normal', exact: true }).check();
  await page.getByRole('radio', { name: /expired-1/u }).check();
  await page.getByRole('link', { name: 'Clients', exact: true }).click();
  await page.getByText('What to do:').waitFor();
  expect(await headline(page)).toBe('The API key is not accepted');
});

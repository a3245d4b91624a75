import { readFile } from 'node:fs/promises';

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { clientId, openTab, openView, settled, startExplorer, useBrowser } from './explorer.ts';

useBrowser();

/** The names in the list, from the top. */
async function names(page: Page): Promise<string[]> {
  return page.locator('.client-name a').allInnerTexts();
}

function queryOf(page: Page): string {
  return new URL(page.url()).search;
}

test('search, filter and order cover all clients, and a link to them shows the same', async () => {
  const mock = await startExplorer({ dialect: 'portal', clients: 200 });
  const page = await openTab(mock.url);
  await openView(page, mock.url, '/');
  await page.getByText('50 clients, more when you scroll').waitFor();
  await page.getByRole('searchbox', { name: 'Search' }).fill('calendar sync');
  await page.getByRole('combobox', { name: 'State' }).selectOption('Enabled');
  await page.getByRole('combobox', { name: 'Order' }).selectOption('Name');
  await page.getByText(/^\d+ of 207 clients$/u).waitFor();
  expect(queryOf(page)).toBe('?search=calendar+sync&enabled=yes&sort=name');
  const shown = await names(page);
  expect(shown.length).toBeGreaterThan(5);
  expect(shown).toEqual(shown.toSorted(new Intl.Collator('en', { numeric: true }).compare));
  expect(shown.every((name) => name.startsWith('Calendar Sync'))).toBe(true);
  await page.reload();
  await page.getByText(/^\d+ of 207 clients$/u).waitFor();
  expect(await names(page)).toEqual(shown);
});

test('nothing fits: the view says so, and one click shows all again', async () => {
  const mock = await startExplorer();
  const page = await openTab(mock.url);
  await openView(page, mock.url, '/?search=no+such+client');
  await page.getByRole('heading', { name: 'No client fits' }).waitFor();
  await page.getByRole('link', { name: 'Show all' }).click();
  await expect.poll(() => names(page)).toHaveLength(7);
});

test('the list grows when it is scrolled', async () => {
  const mock = await startExplorer({ dialect: 'portal', clients: 100 });
  const page = await openTab(mock.url);
  await openView(page, mock.url, '/');
  await page.getByText('50 clients, more when you scroll').waitFor();
  const progress = page.locator('.progress');
  for (const total of ['100 clients', '107 clients']) {
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await expect.poll(() => progress.innerText()).toContain(total);
  }
});

test('back leads to where the list was, forward to the client again', async () => {
  const mock = await startExplorer({ dialect: 'portal', clients: 100 });
  const page = await openTab(mock.url);
  await openView(page, mock.url, '/?sort=name');
  await page.getByText('107 of 107 clients').waitFor();
  await page.evaluate(() => window.scrollTo(0, 2000));
  // Which row is the twelfth changes while the list is scrolled; a row of a name does not.
  const name = await page.locator('.client-name a').nth(12).innerText();
  const row = page.getByRole('link', { name, exact: true });
  await row.click();
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await page.goBack();
  // The row is where a reader looks, whatever rows that were not measured before have done to the height of the page.
  await expect.poll(async () => Math.abs(((await row.boundingBox())?.y ?? -9999) - 400)).toBeLessThan(400);
  expect(queryOf(page)).toBe('?sort=name');
  expect(await names(page)).toContain(name);
  await page.goForward();
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
});

test.each([
  ['/explorer', 'Clients'],
  [`/explorer/clients/${clientId}`, 'Calendar Sync'],
  [`/explorer/clients/${clientId.toUpperCase()}`, 'Calendar Sync'],
  [`/explorer/clients/${clientId}/consent`, 'Consent and sign-in'],
  ['/explorer/bulk', 'Bulk'],
  ['/explorer/connection', 'Connection'],
])('the address %s leads to "%s", also when it is reloaded', async (path, heading) => {
  const mock = await startExplorer({ dialect: 'portal' });
  const page = await openTab(mock.url);
  await page.goto(mock.url + path);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  expect(new URL(page.url()).pathname).toBe(path === '/explorer' ? '/explorer/' : path);
});

test('the mock’s own page leads to the explorer', async () => {
  const mock = await startExplorer();
  const page = await openTab(mock.url);
  await page.goto(mock.url);
  await page.getByRole('link', { name: 'The explorer' }).click();
  await expect.poll(() => names(page)).toContain('Calendar Sync');
});

test('clients that are picked in the list are read in bulk', async () => {
  const mock = await startExplorer({ dialect: 'portal' });
  const page = await openTab(mock.url);
  await openView(page, mock.url, '/');
  await page.getByRole('checkbox', { name: 'Select CRM Bridge' }).check();
  await page.getByRole('checkbox', { name: 'Select Signing Desk' }).check();
  await page.getByRole('link', { name: 'Read 2 clients in bulk' }).click();
  await page.getByRole('heading', { name: '2 clients found' }).waitFor();
  await page.getByRole('heading', { name: '0 ids missing' }).waitFor();
  await page.getByRole('link', { name: 'CRM Bridge' }).click();
  await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('CRM Bridge');
});

test('five hundred pasted ids are answered, although they do not fit into an address', async () => {
  const mock = await startExplorer({ dialect: 'portal', clients: 60 });
  const page = await openTab(mock.url);
  await openView(page, mock.url, '/bulk');
  const unknown = Array.from({ length: 499 }, (_, index) => `id-${index}`);
  await page.getByRole('textbox', { name: 'Ids' }).fill([clientId, ...unknown].join(', '));
  await page.getByRole('button', { name: 'Read 500 clients' }).click();
  await page.getByRole('heading', { name: '1 client found' }).waitFor();
  await page.getByRole('heading', { name: '499 ids missing' }).waitFor();
  expect(queryOf(page)).toBe('');
});

test.each([
  ['CSV', 'docspace-clients.csv', /^client_id,name,/u],
  ['JSON', 'docspace-clients.json', /^\[\n/u],
])(
  'the export as %s has all clients, also those that were not loaded, and no secret',
  async (format, file, start) => {
    const mock = await startExplorer({ dialect: 'portal', clients: 100 });
    const page = await openTab(mock.url);
    await openView(page, mock.url, '/');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: `Export ${format}` }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe(file);
    const text = await readFile(await saved.path(), 'utf8');
    expect(text).toMatch(start);
    expect(text.match(/calendar-sync\.example\.com\/oauth\/callback/gu)?.length).toBeGreaterThan(10);
    // What a client has and what a portal's list has in its place, neither in any form.
    expect(text).not.toMatch(/"client_secret"|,client_secret,|example-secret|ZXhhbXBsZSBvbmx5/u);
  },
);

test('the keyboard alone gets from the address to the secret', async () => {
  const mock = await startExplorer({ dialect: 'portal' });
  const page = await openTab(mock.url);
  await openView(page, mock.url, '/');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
  await page.keyboard.press('Enter');
  const focused = async (): Promise<string> =>
    page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
  const tabTo = async (wanted: string): Promise<void> => {
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press('Tab');
      if ((await focused()).includes(wanted)) return;
    }
    throw new Error(`No Tab leads to ${wanted}`);
  };
  await tabTo('Calendar Sync');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Calendar Sync' }).waitFor();
  await settled(page);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  await tabTo('Show');
  await page.keyboard.press('Enter');
  await page.getByText('example-secret-of-calendar-sync-0000').waitFor();
});

test('the choice of light or dark stays, and it is all that the page stores', async () => {
  const mock = await startExplorer({ dialect: 'portal' });
  const page = await openTab(mock.url);
  await openView(page, mock.url, `/clients/${clientId}`);
  const colours = page.getByRole('combobox', { name: 'Colours' });
  // It is stored at once: whoever leaves the page in the next moment has chosen all the same.
  const stored = await colours.evaluate((select: HTMLSelectElement) => {
    select.value = 'light';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    return localStorage.getItem('theme');
  });
  expect(stored).toBe('light');
  await colours.selectOption('Dark');
  await page.reload();
  await colours.waitFor();
  const kept = await page.evaluate(() => ({
    theme: document.documentElement.dataset['theme'],
    local: Object.entries(localStorage),
    session: Object.entries(sessionStorage),
    cookies: document.cookie,
  }));
  expect(kept).toEqual({ theme: 'dark', local: [['theme', 'dark']], session: [], cookies: '' });
});

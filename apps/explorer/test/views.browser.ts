import { describe, expect, test } from 'vitest';

import {
  clientId,
  expectAccessible,
  openTab,
  openView,
  overflow,
  startExplorer,
  useBrowser,
} from './explorer.ts';

useBrowser();

const views = [
  { name: 'list', path: '/', shows: 'Calendar Sync' },
  { name: 'client', path: `/clients/${clientId}`, shows: 'client_secret' },
  { name: 'consent', path: `/clients/${clientId}/consent`, shows: 'would like to use your DocSpace account' },
  { name: 'bulk', path: `/bulk?ids=${clientId},nothing`, shows: '1 id missing' },
  { name: 'connection', path: '/connection', shows: 'Who is asking' },
  { name: 'nothing', path: '/no/such/view', shows: 'There is nothing at this address' },
] as const;

describe.each(['guide', 'portal'] as const)('%s', (dialect) => {
  test.each(views)('the view "$name" shows what it should, in light and dark', async ({ path, shows }) => {
    const mock = await startExplorer({ dialect });
    const page = await openTab(mock.url);
    await openView(page, mock.url, path);
    await page.getByText(shows).first().waitFor();
    await expect.poll(() => page.locator('.connection-state').innerText()).toContain(dialect);
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await expectAccessible(page, ['color-contrast']);
  });

  test.each(views)('the view "$name" fits a phone', async ({ path, shows }) => {
    const mock = await startExplorer({ dialect });
    const page = await openTab(mock.url, { viewport: { width: 360, height: 740 } });
    await openView(page, mock.url, path);
    await page.getByText(shows).first().waitFor();
    expect(await overflow(page)).toBe(0);
    // With everything that can be opened open.
    for (const summary of await page.locator('main summary').all()) await summary.click();
    await expectAccessible(page);
    expect(await overflow(page)).toBe(0);
  });

  test('the request behind a view: status, rate budget, lines to copy, no key', async () => {
    const mock = await startExplorer({ dialect });
    const page = await openTab(mock.url);
    await openView(page, mock.url, `/clients/${clientId}`);
    await page.locator('details.requests summary').click();
    const panel = page.locator('details.requests');
    await panel.getByRole('region', { name: 'Requests of getClient', exact: true }).waitFor();
    const text = await panel.innerText();
    expect(text).toContain(`GET /api/2.0/clients/${clientId}`);
    expect(text).toContain('199');
    expect(text).toContain(`await docspace.getClient("${clientId}");`);
    expect(text).toContain(
      dialect === 'guide' ? 'Authorization: Bearer $DOCSPACE_API_KEY' : 'x-signature: $TOKEN',
    );
    expect(text).toContain('/api/2.0/clients/public/{id}/info');
    expect(text).toContain('/api/2.0/clients/{id}/public/info');
    expect(text).not.toContain('admin-1');
    await expectAccessible(page);
  });
});

test('the secret is not in the page until it is asked for, and gone when the view is left', async () => {
  const mock = await startExplorer({ dialect: 'portal' });
  const page = await openTab(mock.url);
  await openView(page, mock.url, `/clients/${clientId}`);
  const secret = 'example-secret-of-calendar-sync-0000';
  await page.getByRole('button', { name: 'Show the secret' }).waitFor();
  expect(await page.content()).not.toContain(secret);
  await page.getByRole('button', { name: 'Show the secret' }).click();
  await page.getByText(secret).waitFor();
  await page.getByRole('link', { name: 'Consent and sign-in' }).click();
  await page.getByRole('heading', { name: 'Consent and sign-in' }).waitFor();
  await page.goBack();
  await page.getByRole('button', { name: 'Show the secret' }).waitFor();
  expect(await page.content()).not.toContain(secret);
});

test('a copy button copies', async () => {
  const mock = await startExplorer();
  const page = await openTab(mock.url, { permissions: ['clipboard-read', 'clipboard-write'] });
  await openView(page, mock.url, `/clients/${clientId}`);
  await page.getByRole('button', { name: 'Copy the id' }).click();
  await page.getByText('Copied').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(clientId);
});

test('consent: only public information is asked for the card, and each sign-in gets values of its own', async () => {
  const mock = await startExplorer({ dialect: 'portal' });
  const page = await openTab(mock.url);
  await openView(page, mock.url, `/clients/${clientId}/consent`);
  const card = page.locator('.consent-card');
  await card.getByText('Profile').waitFor();
  const link = page.getByRole('group', { name: 'The authorize link' });
  const first = new URL(await link.innerText());
  expect(first.searchParams.get('code_challenge_method')).toBe('S256');
  expect(first.searchParams.get('redirect_uri')).toBe('https://calendar-sync.example.com/oauth/callback');
  await page.getByRole('button', { name: 'New values' }).click();
  await expect
    .poll(async () => new URL(await link.innerText()).searchParams.get('state'))
    .not.toBe(first.searchParams.get('state'));
});

test('the card is drawn for someone who may not see the client at all', async () => {
  const mock = await startExplorer({ dialect: 'portal' });
  const page = await openTab(mock.url);
  await openView(page, mock.url, '/connection');
  await page.getByRole('radio', { name: /guest-1/u }).check();
  await page.getByRole('link', { name: 'Clients', exact: true }).click();
  await page.getByRole('heading', { name: 'Not allowed' }).waitFor();
  await page.evaluate((id) => history.pushState({}, '', `/explorer/clients/${id}/consent`), clientId);
  await expect.poll(() => page.locator('.consent-card').innerText()).toContain('Profile');
});

test('the rules of the audit are loaded when someone asks, and stand beside their fields', async () => {
  const mock = await startExplorer({ dialect: 'portal' });
  const page = await openTab(mock.url);
  const loaded: string[] = [];
  page.on('response', (response) => loaded.push(new URL(response.url()).pathname));
  await openView(page, mock.url, '/');
  await page.getByRole('link', { name: 'Calendar Sync' }).click();
  await page.getByRole('button', { name: 'Check this client' }).waitFor();
  const scripts = (): number => loaded.filter((path) => path.endsWith('.js')).length;
  const before = scripts();
  await page.getByRole('button', { name: 'Check this client' }).click();
  await page.getByText('that the list has loaded').waitFor();
  expect(scripts()).toBe(before + 1);
  const beside = page.locator('#field-redirect_uris .finding');
  await expect.poll(() => beside.allInnerTexts()).toContainEqual(expect.stringContaining('localhost'));
  await expectAccessible(page);
});

test('axe is really asked: it finds a planted picture without a text and a text that cannot be read', async () => {
  const mock = await startExplorer();
  const page = await openTab(mock.url);
  await openView(page, mock.url, '/connection');
  await page.evaluate(() => {
    const heading = document.querySelector('h1');
    if (heading) heading.style.color = 'rgb(230 230 230)';
    document.querySelector('main')?.append(document.createElement('img'));
  });
  await expect(expectAccessible(page)).rejects.toThrow('deeply equal');
  await expect(expectAccessible(page, ['image-alt'])).rejects.toThrow('deeply equal');
});

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { expectAccessible, openTab, openView, overflow, startExplorer, useBrowser } from './explorer.ts';

useBrowser();

const id = '11111111-2222-4333-8444-555555555555';
const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="document.title='run'; fetch('https://evil.example/')">
  <script>document.title = 'run'; fetch('https://evil.example/')</script>
  <image href="https://evil.example/pixel.png" width="10" height="10"/>
  <foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:alert(1)"/></foreignObject>
</svg>`;

/** Clients as a stranger might register them. */
const clients = [
  {
    client_id: id,
    name: '<img src=x onerror="document.title=\'run\'"><script>document.title="run"</script>',
    description: '<iframe src="javascript:alert(1)"></iframe> {{constructor}} \u0000\u001b[31m',
    website_url: 'javascript:alert(document.domain)',
    terms_url: 'JavaScript:alert(2)',
    policy_url: 'data:text/html,<script>alert(3)</script>',
    logo: `data:image/svg+xml;base64,${btoa(svg)}`,
    redirect_uris: ['https://app.example.com/"><script>alert(4)</script>'],
    scopes: ['<b>files:read</b>', 'rooms:read\u202E'],
  },
  {
    name: 'invoice\u202Egpj.exe \u2066hidden\u2069',
    website_url: 'https://good.example@evil.example/',
  },
  { name: '界'.repeat(255), description: '𝕎'.repeat(127), website_url: `https://${'a'.repeat(250)}.example` },
  { name: 'W'.repeat(255) },
  { name: '</title></bdi></main>\u2028\u0007' },
];

async function open(path: string, width = 1280): Promise<Page> {
  const mock = await startExplorer({ dialect: 'portal' });
  const response = await fetch(`${mock.url}/__mock/clients`, {
    method: 'PUT',
    body: JSON.stringify({ clients }),
  });
  expect(await response.text()).toContain('"clients":5');
  const page = await openTab(mock.url, { viewport: { width, height: 800 } });
  await openView(page, mock.url, path);
  return page;
}

/** Whether something of the server's was run, or is in the page as anything but text. */
async function expectHarmless(page: Page): Promise<void> {
  const found = await page.evaluate(() => ({
    title: document.title === 'run',
    scripts: document.querySelectorAll('main script, main iframe, main object, main embed, main b').length,
    handlers: document.querySelectorAll('main [onerror], main [onload], main [onclick]').length,
    links: [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
      .map(({ href }) => href)
      .filter((href) => !/^https?:/u.test(href) || href.includes('@')),
    controls: /[\p{Cf}\p{Zl}\p{Zp}]|[^\P{Cc}\n\t]/u.test(document.body.innerText),
    images: [...document.images]
      .map(({ src }) => src)
      .filter((src) => !/^(?:data:image\/|http:\/\/127)/u.test(src)),
  }));
  expect(found).toEqual({ title: false, scripts: 0, handlers: 0, links: [], controls: false, images: [] });
}

test.each([
  ['/', 5],
  [`/clients/${id}`, 1],
  [`/clients/${id}/consent`, 1],
  [`/bulk?ids=${id}`, 1],
])('%s: nothing of a hostile client runs or leads anywhere', async (path, expected) => {
  const page = await open(path);
  await expect
    .poll(() => page.locator('main img.logo, main .logo-letter').count())
    .toBeGreaterThanOrEqual(expected);
  // Its name is shown as it is.
  await page.getByText('<img src=x onerror=').first().waitFor();
  await expectHarmless(page);
  await expectAccessible(page);
});

test.each([1280, 360])('names of 255 wide characters do not widen a page of %i pixels', async (width) => {
  const page = await open('/', width);
  expect(await overflow(page)).toBe(0);
  for (const link of await page.locator('.client-name a').all()) {
    const box = await link.boundingBox();
    expect(box?.width).toBeLessThan(width);
  }
  await page.getByRole('link', { name: '界界界' }).click();
  await page.getByRole('heading', { level: 1, name: '界界界' }).waitFor();
  expect(await overflow(page)).toBe(0);
  await page.getByRole('link', { name: 'Consent and sign-in' }).click();
  await page.locator('.consent-card').waitFor();
  expect(await overflow(page)).toBe(0);
  await expectHarmless(page);
});

test('a name longer than the contract allows is shown all the same', async () => {
  const mock = await startExplorer({ dialect: 'portal' });
  const page = await openTab(mock.url, { viewport: { width: 360, height: 800 } });
  await page.route(/\/api\/2\.0\/clients\?/u, async (route) => {
    const response = await route.fetch();
    const body = (await response.json()) as { data: { name: string }[] };
    for (const client of body.data) client.name = '𰻝'.repeat(256);
    await route.fulfill({ response, json: body });
  });
  await openView(page, mock.url, '/');
  await page.getByRole('link', { name: '𰻝𰻝' }).first().waitFor();
  expect(await overflow(page)).toBe(0);
});

test('characters that turn the direction of a name are shown in its place', async () => {
  const page = await open('/');
  const names = await page.locator('.client-name a').allInnerTexts();
  expect(names).toContain('invoice\uFFFDgpj.exe \uFFFDhidden\uFFFD');
});

test.each([
  { is: 'markup as an id', path: '/clients/%3Cscript%3Ealert(1)%3C%2Fscript%3E' },
  { is: 'a turned direction', path: '/clients/%E2%80%AEabc' },
  { is: 'an escape that is none', path: '/clients/%zz' },
  { is: 'an id of 5,000 characters', path: `/clients/${'a'.repeat(5000)}` },
  { is: 'markup among ids', path: '/bulk?ids=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E,%00,%E2%80%AE' },
  {
    is: 'markup in a search, names of Object in filters',
    path: '/?search=%3Cimg%20src%3Dx%3E&scope=%3Cb%3E&sort=__proto__&enabled=constructor',
  },
])('an address with $is is an address like any other', async ({ path }) => {
  const page = await open(path);
  await expectHarmless(page);
  expect(await overflow(page)).toBe(0);
});

test('a guard that sees nothing would prove nothing: it sees a planted script', async () => {
  const page = await open('/');
  await page.evaluate(() => {
    const planted = document.createElement('a');
    planted.href = 'javascript:alert(1)';
    document.querySelector('main')?.append(planted);
  });
  await expect(expectHarmless(page)).rejects.toThrow('to deeply equal');
});

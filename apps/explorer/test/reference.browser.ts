import { expect, test } from 'vitest';

import { openTab, openWatched, startExplorer, useBrowser } from './explorer.ts';

useBrowser();

test('the reference shows both dialects, with no request to anyone else and strict scripts', async () => {
  const mock = await startExplorer();
  const page = await openTab(mock.url);
  await page.goto(`${mock.url}/explorer/reference`);
  await page.getByRole('heading', { name: 'DocSpace OAuth clients' }).first().waitFor();
  await page.getByText('Get what anyone may see of a client').first().waitFor();
  await page.goto(`${mock.url}/explorer/reference/?api=portal`);
  await page.getByText('Exchange the API key for a token').first().waitFor();
  const policy = await page.locator('meta[http-equiv]').getAttribute('content');
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe/u);
  await page.getByRole('link', { name: 'The explorer' }).click();
  await page.getByRole('heading', { level: 1, name: 'Clients' }).waitFor();
});

test('try-it asks the server of the page', async () => {
  const mock = await startExplorer();
  const page = await openTab(mock.url);
  await page.goto(`${mock.url}/explorer/reference/`);
  await page
    .getByRole('button', { name: /Test Request/u })
    .first()
    .click();
  await page.getByRole('button', { name: /^Send/u }).first().click();
  await expect
    .poll(() => mock.requests.map(({ operationId, status }) => [operationId, status]))
    .toContainEqual(['getClients', 401]);
});

test.each(['/', '/reference/'])(
  '%s: the policy stops a script in the page and a request elsewhere',
  async (path) => {
    const mock = await startExplorer();
    const { page, missteps } = await openWatched(mock.url);
    await page.goto(`${mock.url}/explorer${path}`);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    const outcome = await page.evaluate(async () => {
      try {
        const script = document.createElement('script');
        script.append('window.ran = true');
        document.head.append(script);
        const handler = document.createElement('img');
        handler.setAttribute('onerror', 'window.ran = true');
        handler.dispatchEvent(new Event('error'));
      } catch {
        // The strictest policy does not even let a script be written.
      }
      const elsewhere = await fetch('https://evil.example/').then(
        () => 'asked',
        () => 'refused',
      );
      return { ran: 'ran' in window, elsewhere };
    });
    expect(outcome).toEqual({ ran: false, elsewhere: 'refused' });
    await expect.poll(() => missteps.join('\n')).toMatch(/policy: connect-src/u);
    expect(missteps.join('\n')).toMatch(/policy: (?:script-src|require-trusted-types-for)/u);
  },
);

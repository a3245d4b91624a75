/** Takes the pictures of the READMEs anew: `pnpm --filter @docspace-oauth/explorer screenshots`, after a build. */
import { fileURLToPath } from 'node:url';

import { startMock } from '@docspace-oauth/mock';
import { launchChromium } from '@docspace-oauth/testing/chromium';
import type { Page } from 'playwright-core';

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly colors: 'light' | 'dark';
  readonly size: { readonly width: number; readonly height: number };
  /** What has to be there before the picture is taken. */
  readonly ready: (page: Page) => Promise<unknown>;
}

const id = '5e0d92b4-17c8-4f6a-a3d5-90be4f2c7716';
const wide = { width: 1200, height: 720 };

const pictures: readonly Picture[] = [
  {
    name: 'clients',
    path: '/',
    colors: 'light',
    size: wide,
    ready: (page) => page.getByRole('link', { name: 'Calendar Sync' }).first().waitFor(),
  },
  {
    name: 'client',
    path: `/clients/${id}`,
    colors: 'dark',
    size: wide,
    ready: async (page) => {
      await page.getByRole('button', { name: 'Check this client' }).click();
      await page.locator('.finding').first().waitFor();
    },
  },
  {
    name: 'consent',
    path: `/clients/${id}/consent`,
    colors: 'light',
    size: wide,
    ready: (page) => page.getByRole('heading', { name: 'The authorize link' }).waitFor(),
  },
  {
    name: 'phone',
    path: '/',
    colors: 'dark',
    size: { width: 360, height: 720 },
    ready: (page) => page.getByRole('link', { name: 'Calendar Sync' }).first().waitFor(),
  },
];

const mock = await startMock({
  dialect: 'portal',
  clients: 200,
  serve: fileURLToPath(new URL('../dist', import.meta.url)),
});
const browser = await launchChromium();
try {
  for (const { name, path, colors, size, ready } of pictures) {
    const page = await browser.newPage({ viewport: size, colorScheme: colors });
    await page.goto(`${mock.url}/explorer${path}`);
    await ready(page);
    const file = fileURLToPath(new URL(`../screenshots/${name}.png`, import.meta.url));
    await page.screenshot({ path: file, animations: 'disabled' });
    await page.close();
  }
} finally {
  await browser.close();
  await mock.close();
}

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { openTab, openView, startExplorer, useBrowser } from './explorer.ts';

useBrowser();

interface Frames {
  /** Milliseconds between two frames, at the median and at the 95th percentile. */
  readonly median: number;
  readonly slow: number;
}

/** How frames follow each other while the page is scrolled by so many pixels in each of them; 0 leaves it alone. */
async function frames(page: Page, pixels: number): Promise<Frames> {
  return page.evaluate(async (step) => {
    const gaps: number[] = [];
    let last = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    for (let count = 0; count < 150; count += 1) {
      window.scrollBy(0, step);
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      gaps.push(now - last);
      last = now;
    }
    gaps.sort((a, b) => a - b);
    const at = (share: number): number => gaps[Math.floor(gaps.length * share)] ?? Infinity;
    return { median: at(0.5), slow: at(0.95) };
  }, pixels);
}

/** Whether scrolling is as smooth as doing nothing, in the best of some rounds: others use the machine as well. */
async function isSmooth(page: Page, rounds: number): Promise<boolean> {
  for (let round = 0; round < rounds; round += 1) {
    const idle = await frames(page, 0);
    const scrolled = await frames(page, 90);
    process.stdout.write(`frames: idle ${JSON.stringify(idle)}, scrolled ${JSON.stringify(scrolled)}\n`);
    if (scrolled.median <= idle.median * 1.5 && scrolled.slow <= idle.slow * 2) return true;
  }
  return false;
}

test('10,000 clients are searched and scrolled without a slow frame', async () => {
  const mock = await startExplorer({ dialect: 'portal', scenario: 'huge' });
  const page = await openTab(mock.url);
  await openView(page, mock.url, '/?sort=name');
  await page.getByText('10,007 of 10,007 clients').waitFor({ timeout: 120_000 });
  expect(await page.locator('.client-row').count()).toBeLessThan(60);
  expect(await isSmooth(page, 5)).toBe(true);
  // The last row can be reached, and says which one it is.
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  await page.locator('[role=row][aria-rowindex="10008"]').waitFor();
  expect(await page.getByRole('table', { name: 'Clients' }).getAttribute('aria-rowcount')).toBe('10008');
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.getByRole('searchbox', { name: 'Search' }).fill('9999');
  await page.getByText(/^\d+ of 10,007 clients$/u).waitFor();
}, 240_000);

test('the measure sees slow frames: those of a page that works in each of them', async () => {
  const mock = await startExplorer({ dialect: 'portal', clients: 100 });
  const page = await openTab(mock.url);
  await openView(page, mock.url, '/?sort=name');
  await page.getByText('107 of 107 clients').waitFor();
  await page.evaluate(() => {
    window.addEventListener('scroll', () => {
      const end = performance.now() + 40;
      while (performance.now() < end) continue;
    });
    // So that there is always something to scroll.
    window.scrollBy = ((_: number, step: number) => {
      if (step > 0) window.scrollTo(0, window.scrollY > 1000 ? 0 : window.scrollY + step);
    }) as typeof window.scrollBy;
  });
  expect(await isSmooth(page, 2)).toBe(false);
}, 240_000);

import { fileURLToPath } from 'node:url';

import { AxeBuilder } from '@axe-core/playwright';
import { startMock, type Mock, type MockOptions } from '@docspace-oauth/mock';
import { launchChromium } from '@docspace-oauth/testing/chromium';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';

import { pages } from './pages.ts';

/** An example of the contract that has every field. */
export const clientId = 'c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831';

let browser: Browser;

/** One browser for the tests of a file. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(async () => browser.close());
}

/** A mock with the explorer, which ends with the test. */
export async function startExplorer(options: MockOptions = {}): Promise<Mock> {
  const mock = await startMock({ serve: fileURLToPath(pages), ...options });
  onTestFinished(async () => mock.close());
  return mock;
}

/** A tab in which every misstep fails the test. */
export async function openTab(origin: string, options: BrowserContextOptions = {}): Promise<Page> {
  const { page, missteps } = await openWatched(origin, options);
  onTestFinished(() => expect(missteps).toEqual([]));
  return page;
}

/**
 * A tab and its missteps: a violation of a policy, a request to anyone but the server of the page, an error in a script, a
 * dialog.
 */
export async function openWatched(
  origin: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; missteps: readonly string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const missteps: string[] = [];
  await context.exposeBinding('tellViolation', (_, text: string) => void missteps.push(`policy: ${text}`));
  await context.addInitScript(() => {
    addEventListener(
      'securitypolicyviolation',
      ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
        const { tellViolation } = globalThis as unknown as { tellViolation: (text: string) => void };
        tellViolation(`${violatedDirective} ${blockedURI} at ${sourceFile}:${lineNumber}`);
      },
    );
  });
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(?:data|blob):/u.test(url)) missteps.push(`outside: ${url}`);
  });
  context.on('page', (tab) => {
    tab.on('pageerror', (error) => missteps.push(`error: ${error.stack ?? error.message}`));
    tab.on('dialog', (dialog) => {
      missteps.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
  });
  onTestFinished(async () => context.close());
  return { page: await context.newPage(), missteps };
}

/** Opens a view and waits until it says what it has to say. */
export async function openView(page: Page, origin: string, path: string): Promise<void> {
  await page.goto(`${origin}/explorer${path}`);
  await page.locator('main h1').waitFor();
  await settled(page);
}

/** Nothing is loading any more. */
export async function settled(page: Page): Promise<void> {
  await page.locator('.loading').first().waitFor({ state: 'detached' });
}

/** Checks the page with axe: all of its rules, or some where the others cannot give another result. */
export async function expectAccessible(page: Page, rules: string[] = []): Promise<void> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules.length > 0 ? axe.withRules(rules) : axe).analyze();
  const found = violations.map(({ id, nodes }) => ({ id, where: nodes.slice(0, 3).map(({ html }) => html) }));
  expect(found).toEqual([]);
}

/** Whether the page is wider than the window. */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

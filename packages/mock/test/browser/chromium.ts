import { existsSync } from 'node:fs';

import { chromium, type Browser } from 'playwright-core';

const KNOWN = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The Chromium that CHROMIUM_PATH names, or one at a usual place. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? KNOWN.find((path) => existsSync(path));
  if (executablePath === undefined) throw new Error('No Chromium is found: set CHROMIUM_PATH to one.');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] });
}

import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

import { expect, test } from 'vitest';

import { pages } from './pages.ts';

/** Bytes of JavaScript that a browser loads for a page before anything is asked for, minified and gzipped. */
async function initialScripts(html: string): Promise<number> {
  const names = [...html.matchAll(/(?:src|href)="\/explorer\/([^"]+\.js)"/gu)].map(([, name = '']) => name);
  if (names.length === 0) throw new Error('The page loads no script.');
  // What a script imports from the beginning is loaded as well; `import(…)` is for later.
  const pending = new Set(names);
  let bytes = 0;
  for (const name of pending) {
    const text = await readFile(new URL(name, pages), 'utf8');
    bytes += gzipSync(text, { level: 9 }).byteLength;
    const imports = text.matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.js)["']/gu);
    for (const [, path = ''] of imports) {
      pending.add(new URL(path, new URL(name, pages)).href.slice(pages.href.length));
    }
  }
  return bytes;
}

/** That of the issue is 60 kB on Preact; this is the size of today and a little more. */
const budget = 58_000;

test('the first script of the explorer stays within its budget', async () => {
  const size = await initialScripts(await readFile(new URL('index.html', pages), 'utf8'));
  console.log(`the explorer: ${size} bytes of JavaScript, gzipped`);
  expect(size).toBeLessThanOrEqual(budget);
});

test('what a script imports is counted, once', async () => {
  const html = await readFile(new URL('index.html', pages), 'utf8');
  const withoutPreload = html.replaceAll(/<link rel="modulepreload"[^>]*>/gu, '');
  expect(withoutPreload.length).toBeLessThan(html.length);
  expect(await initialScripts(withoutPreload)).toBe(await initialScripts(html));
});

test('a page with one more script is over the budget', async () => {
  const html = await readFile(new URL('index.html', pages), 'utf8');
  const script = '<script src="/explorer/reference/scalar.js"></script>';
  expect(await initialScripts(html + script)).toBeGreaterThan(budget);
});

test('every page has a policy without unsafe-eval and without inline scripts', async () => {
  for (const name of ['index.html', 'reference/index.html']) {
    const html = await readFile(new URL(name, pages), 'utf8');
    const [, policy = ''] = /Content-Security-Policy"\s+content="([^"]+)"/u.exec(html) ?? [];
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; /u);
    expect(html.replaceAll(/<script[^>]+src="[^"]+"[^>]*><\/script>/gu, '')).not.toContain('<script');
    expect(html).not.toMatch(/\son\w+="|\sstyle="/u);
  }
  const html = await readFile(new URL('index.html', pages), 'utf8');
  expect(html).not.toContain('unsafe');
});

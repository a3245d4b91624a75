import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { openPages, PagesError, type Pages } from './pages.ts';

const html = 'text/html,*/*;q=0.8';

async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pages-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return folder;
}

async function opened(): Promise<{ pages: Pages; folder: string }> {
  const folder = await folderOf({
    'index.html': 'start',
    'assets/app.js': 'script',
    'assets/app.css': 'style',
    'reference/index.html': 'reference',
    'data.unknown': 'bytes',
  });
  return { folder, pages: await openPages(folder) };
}

test.each([
  ['/explorer/', html, 'start', 'text/html; charset=utf-8'],
  ['/explorer/', '*/*', 'start', 'text/html; charset=utf-8'],
  ['/explorer/clients/1-2', html, 'start', 'text/html; charset=utf-8'],
  ['/explorer/reference/', html, 'reference', 'text/html; charset=utf-8'],
  ['/explorer/assets/app.js', '*/*', 'script', 'text/javascript; charset=utf-8'],
  ['/explorer/assets/app.css', '*/*', 'style', 'text/css; charset=utf-8'],
  ['/explorer/data.unknown', '*/*', 'bytes', 'application/octet-stream'],
])('%s for %s is "%s", as %s', async (pathname, accept, text, type) => {
  const { pages } = await opened();
  const response = await pages.get(pathname, accept);
  expect([response?.status, response?.body.toString(), response?.headers['content-type']]).toEqual([
    200,
    text,
    type,
  ]);
  expect(response?.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'content-security-policy': "frame-ancestors 'none'",
  });
});

test.each([
  ['/explorer', '/explorer/'],
  ['/explorer/reference', '/explorer/reference/'],
])('%s is moved to %s', async (pathname, location) => {
  const { pages } = await opened();
  expect(await pages.get(pathname, html)).toMatchObject({ status: 301, headers: { location } });
});

test.each([
  ['/', html],
  ['/api/2.0/clients', html],
  ['/explorer/clients/1-2', 'application/json'],
  ['/explorer/clients/1-2', undefined],
  ['/explorer/assets/gone.js', html],
  ['/explorer/../secret.txt', html],
  ['/explorer/%2e%2e/secret.txt', html],
  ['/explorer/..\\secret.txt', html],
  ['/explorer/assets/../../secret.txt', '*/*'],
])('%s for %s is no page', async (pathname, accept) => {
  const { folder, pages } = await opened();
  await writeFile(path.join(path.dirname(folder), 'secret.txt'), 'secret');
  onTestFinished(() => rm(path.join(path.dirname(folder), 'secret.txt')));
  expect(await pages.get(pathname, accept)).toBeUndefined();
});

test('a file that a new build makes is there', async () => {
  const { folder, pages } = await opened();
  expect(await pages.get('/explorer/assets/new.js', '*/*')).toBeUndefined();
  await writeFile(path.join(folder, 'assets', 'new.js'), 'new');
  expect((await pages.get('/explorer/assets/new.js', '*/*'))?.body.toString()).toBe('new');
});

test('a link to a folder elsewhere is not followed', async () => {
  const elsewhere = await folderOf({ 'secret.txt': 'secret' });
  const folder = await folderOf({ 'index.html': 'start' });
  // Windows lets everyone make a link of this kind.
  await symlink(elsewhere, path.join(folder, 'linked'), 'junction');
  expect(await (await openPages(folder)).get('/explorer/linked/secret.txt', '*/*')).toBeUndefined();
});

test('a folder without index.html, and one that is not there, are refused with one sentence', async () => {
  const folder = await folderOf({ 'app.js': 'script' });
  await expect(openPages(folder)).rejects.toThrow(PagesError);
  await expect(openPages(folder)).rejects.toThrow(`There is no index.html in ${folder}`);
  const gone = path.join(folder, 'gone');
  await expect(openPages(gone)).rejects.toThrow(`There is no index.html in ${gone}`);
});

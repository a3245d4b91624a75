import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { rawRequest } from '@docspace-oauth/testing/raw-request';
import { expect, onTestFinished, test } from 'vitest';

import { ask, CLIENTS, get, started } from '../../test/started.ts';
import { MockError } from '../index.ts';

const HTML = { accept: 'text/html,*/*;q=0.8' };

async function folder(): Promise<string> {
  const made = await mkdtemp(path.join(tmpdir(), 'pages-'));
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  await writeFile(path.join(made, 'index.html'), '<title>pages</title>');
  return made;
}

test('serve shows the pages of a folder beside the API, and the mock’s own page links them', async () => {
  await using mock = await started({ serve: await folder() });
  const page = await get(mock, '/explorer/clients/1', HTML);
  expect([page.status, page.text]).toEqual([200, '<title>pages</title>']);
  expect(page.headers.get('access-control-allow-origin')).toBeNull();
  expect((await get(mock, '/', HTML)).text).toContain('href="/explorer/"');
  expect((await ask(mock, CLIENTS)).status).toBe(200);
  // A page is nothing that was asked of the API.
  expect(mock.requests.map(({ url }) => url)).toEqual([CLIENTS]);
  const { status, text } = await rawRequest(mock.url, '/explorer/', { method: 'HEAD' });
  expect([status, text]).toEqual([200, '']);
});

test('a name that was rebound to this machine gets no page', async () => {
  await using mock = await started({ serve: await folder() });
  const { text } = await rawRequest(mock.url, '/explorer/', { headers: { host: 'evil.example', ...HTML } });
  expect(text).not.toContain('pages');
});

test('without pages /explorer/ is a path like any other, and the mock’s own page says how to get them', async () => {
  await using mock = await started();
  expect((await get(mock, '/explorer/', HTML)).status).toBe(404);
  expect((await get(mock, '/', HTML)).text).toContain('<code>pnpm explorer</code>');
});

test('a folder without pages is refused at the start', async () => {
  await expect(started({ serve: tmpdir() })).rejects.toThrow(MockError);
});

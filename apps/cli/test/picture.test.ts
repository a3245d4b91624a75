import { readFile } from 'node:fs/promises';
import { stripVTControlCharacters } from 'node:util';

import { expect, test } from 'vitest';

import { picture } from './picture.ts';
import { startPortal } from './portals.ts';

/** One client of each kind: as it should be, careless, dangerous, and one that passes for another. */
const clients = [
  { name: 'Calendar Sync' },
  { name: 'Report Builder', redirect_uris: ['http://localhost:8080/callback'] },
  {
    name: 'Room Archiver',
    redirect_uris: ['http://archiver.example.com/callback', 'https://*.example.com/'],
  },
  { name: 'Calendаr Sync' }, // its second a is Cyrillic
].map(({ name, redirect_uris }, index) => ({
  client_id: `c1a7e5d0-8f3b-4c26-9b1e-00000000000${index}`,
  name,
  redirect_uris: redirect_uris ?? ['https://calendar.example.com/callback'],
  allowed_origins: ['https://calendar.example.com'],
  website_url: 'https://calendar.example.com',
  terms_url: 'https://calendar.example.com/terms',
  policy_url: 'https://calendar.example.com/privacy',
  logo: 'data:image/png;base64,iVBORw0KGgo=',
  authentication_methods: ['client_secret_post'],
  scopes: ['files:read'],
  created_on: '2026-11-01T00:00:00Z',
  modified_on: '2026-11-01T00:00:00Z',
  enabled: true,
  is_public: false,
}));

test('the picture in the README is what a terminal of 100 columns shows of an audit', async () => {
  const { mock, command } = await startPortal({ dialect: 'portal' });
  const set = await fetch(`${mock.url}/__mock/clients`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ clients }),
  });
  expect(set.status).toBe(200);
  const { code, out } = await command(['audit'], { columns: 100 });
  expect(code).toBe(1);
  const shown = out.replaceAll(mock.url, 'https://docspace.example.com');
  // After a change that is meant: npx vitest run test/picture.test.ts --update
  await expect(picture(shown, 'The table of an audit')).toMatchFileSnapshot('../audit.svg');
  expect(await readFile(new URL('../README.md', import.meta.url), 'utf8')).toContain('](audit.svg)');
});

test('text that looks like markup stays text, and every colour ends', () => {
  const svg = picture('\u001B[31m<b>&\u001B[39m plain', 'a < b');
  expect(svg).toContain('<tspan fill="#ff8a80">&lt;b&gt;&amp;</tspan> plain</text>');
  expect(svg).toContain('<title>a &lt; b</title>');
  expect(stripVTControlCharacters(svg)).toBe(svg);
});

test('a colour that the picture does not know is a failure', () => {
  expect(() => picture('\u001B[35mx\u001B[39m', '')).toThrow('no colour for the code 35');
});

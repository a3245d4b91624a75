import { readFile } from 'node:fs/promises';

import { startMock, type MockOptions } from '@docspace-oauth/mock';
import { json, startServer } from '@docspace-oauth/testing/server';
import { describe, expect, onTestFinished, test } from 'vitest';

import { pageUrl } from '../../guide/page.ts';
import { programsOf, portalPrograms, stepsIn, valueOf, type Program } from './programs.ts';
import type { Ended } from '../../guide/run.ts';

const page = await readFile(pageUrl('retrieve-oauth2-client-information.md'), 'utf8');

async function runOnMock(program: Program, options: MockOptions, key?: string): Promise<Ended> {
  const mock = await startMock(options);
  onTestFinished(() => mock.close());
  return program.start(mock.url, key);
}

const isShown = (block: string): boolean => page.includes(`\n\`\`\`text\n${block}\n\`\`\`\n`);

const portals: readonly MockOptions[] = [
  {},
  { limits: 'minified' },
  { limits: 'full' },
  { cache: 'null-text' },
  { store: 'saas' },
];

describe.each(programsOf(...portalPrograms))('$file', (program) => {
  test.each(portals)('prints what the page shows, against a portal with %j', async (options) => {
    const { code, out, err } = await runOnMock(program, { ...options, dialect: 'portal' });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const steps = stepsIn({ code, out, err });
    expect(steps.map((step) => step.slice(0, 8))).toEqual([1, 2, 3, 4, 5].map((step) => `Step ${step}: `));
    expect(steps.filter((step) => !isShown(step))).toEqual([]);
    expect(out).not.toMatch(/example-secret|eyJ/u);
  });

  test('lists more clients than a page has, each once', async () => {
    const ended = await runOnMock(program, { dialect: 'portal', clients: 200 });
    const ids = (valueOf(ended, 1) as { client_id: string }[]).map(({ client_id }) => client_id);
    expect(new Set(ids).size).toBe(207);
    expect(ids).toHaveLength(207);
  });

  test('sees the own clients of a user, and none of a user without clients', async () => {
    const own = await runOnMock(program, { dialect: 'portal' }, 'user-2');
    expect(own.code).toBe(0);
    expect((valueOf(own, 1) as unknown[]).length).toBeGreaterThan(0);
    expect((valueOf(own, 1) as unknown[]).length).toBeLessThan(7);
    const none = await runOnMock(program, { dialect: 'portal' }, 'user-99');
    expect({ code: none.code, out: none.out.trim(), err: none.err }).toEqual({
      code: 0,
      out: 'Step 1: 0 clients\n[]',
      err: '',
    });
  });

  test('takes the text "null" of a portal’s cache for nothing', async () => {
    const mock = await startMock({ dialect: 'portal', cache: 'null-text' });
    onTestFinished(() => mock.close());
    const clients = [{ name: 'Without a description', description: null, terms_url: null }];
    await fetch(`${mock.url}/__mock/clients`, { method: 'PUT', body: JSON.stringify({ clients }) });
    const ended = await program.start(mock.url);
    expect({ code: ended.code, err: ended.err }).toEqual({ code: 0, err: '' });
    for (const step of [2, 3, 4]) {
      expect(valueOf(ended, step)).toMatchObject({ description: null, terms_url: null });
    }
  });
});

describe.each(programsOf('guide-fetch.mjs', 'guide.py'))('$file', (program) => {
  test.each([{}, { limits: 'minified' } as const])('prints what the page shows, with %j', async (options) => {
    const { code, out, err } = await runOnMock(program, { ...options, dialect: 'guide' });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const steps = stepsIn({ code, out, err });
    expect(steps).toHaveLength(5);
    expect([steps[1], steps[2]].filter((step) => !isShown(step ?? ''))).toEqual([]);
    expect(out).not.toContain('example-secret');
  });

  test('reads a plain array with nothing but id as well', async () => {
    const client = { id: '11111111-0000-4000-8000-000000000000', name: 'Only an id' };
    const lists = /\/clients(?:\/info\?.*)?$/u;
    const server = await startServer(({ path }) => json(200, lists.test(path) ? [client] : client));
    const ended = await program.start(server.url);
    expect({ code: ended.code, err: ended.err }).toEqual({ code: 0, err: '' });
    expect(valueOf(ended, 1)).toEqual([{ client_id: client.id, name: client.name }]);
    expect(valueOf(ended, 5)).toEqual({ found: [client], missing: ['00000000-0000-4000-8000-000000000000'] });
  });
});

test('the programs of a dialect print the same, in both languages', async () => {
  for (const dialect of ['portal', 'guide'] as const) {
    const files = dialect === 'portal' ? ['portal-fetch.mjs', 'portal.py'] : ['guide-fetch.mjs', 'guide.py'];
    const outputs = await Promise.all(
      programsOf(...files).map(async (program) => (await runOnMock(program, { dialect })).out),
    );
    expect(new Set(outputs).size).toBe(1);
  }
});

test('the program with @docspace-oauth/api runs in the dialect of the first guide as well', async () => {
  const [program] = programsOf('portal-api.mjs');
  const ended = await runOnMock(program as Program, { dialect: 'guide' });
  expect({ code: ended.code, err: ended.err }).toEqual({ code: 0, err: '' });
  expect(valueOf(ended, 1)).toHaveLength(7);
  expect(valueOf(ended, 3)).toMatchObject({ client_secret: '(hidden)' });
});

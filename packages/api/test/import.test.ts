import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';
import type { DocSpaceClient } from '../src/index.ts';

test.each([
  ['index', 'createDocSpaceClient'],
  ['http', 'createHttp'],
  ['transport', 'transportOf'],
  ['validate', 'validate'],
  ['query-key', 'docSpaceKey'],
])('importing the entry %s needs nothing but JavaScript itself', async (entry, name) => {
  const input = fileURLToPath(new URL(`../dist/${entry}.js`, import.meta.url));
  const bundle = await rolldown({ input, platform: 'neutral', resolve: { conditionNames: ['import'] } });
  const { output } = await bundle.generate({ format: 'iife', name: 'entry', exports: 'named' });
  // A new context has no TextDecoder, fetch, URL or performance: using one of them at import is a ReferenceError.
  const context: { found?: unknown } = {};
  runInNewContext(`${output[0].code}\nfound = typeof entry.${name};`, context);
  expect(context.found).toBe('function');
});

test('in an environment like jsdom’s, with a fetch but no TextDecoder, Request, Headers or Response, calls work', async () => {
  const input = fileURLToPath(new URL('../dist/index.js', import.meta.url));
  const bundle = await rolldown({ input, platform: 'neutral' });
  const { output } = await bundle.generate({ format: 'iife', name: 'entry', exports: 'named' });
  const inits: object[] = [];
  // As the oldest jsdom that Jest 29 uses: URL has no canParse.
  class OldUrl extends URL {}
  Object.defineProperty(OldUrl, 'canParse', { value: undefined });
  const fetch = async (_url: string, init: object): Promise<object> => {
    inits.push(init);
    return {
      status: 200,
      headers: {},
      body: new Response('[]').body,
      text: async () => '[{"client_id":"größer"}]',
    };
  };
  const context = { AbortController, performance, setTimeout, clearTimeout, URL: OldUrl, fetch };
  const docspace = runInNewContext(
    `${output[0].code}\nentry.createDocSpaceClient({ baseUrl: 'https://portal.example.com', dialect: 'guide' });`,
    context,
  ) as DocSpaceClient;
  expect((await docspace.getClients()).clients).toEqual([{ client_id: 'größer' }]);
  expect(Object.keys(inits[0] ?? {}).toSorted()).toEqual(['headers', 'redirect', 'signal']);
});

test('in such a context, a use of a global of the platform would be noticed', () => {
  expect(() => void runInNewContext('new TextDecoder()')).toThrow('TextDecoder is not defined');
});

test('the built React entry begins with "use client", so that a server component may import it', async () => {
  const code = await readFile(new URL('../dist/react.js', import.meta.url), 'utf8');
  expect(code).toMatch(/^"use client";/);
});

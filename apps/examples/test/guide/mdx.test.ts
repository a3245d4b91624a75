import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { compile } from '@mdx-js/mdx';
import { createElement, type FunctionComponent } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import remarkGfm from 'remark-gfm';
import { expect, onTestFinished, test } from 'vitest';

import { pageUrl } from '../../guide/page.ts';

/** Stand-ins for the theme of a Docusaurus site: they show every tab, with its label. */
const stubs: Readonly<Record<string, string>> = {
  '@theme/Tabs': `import { createElement } from 'react';
    export default ({ children, groupId }) => createElement('div', { role: 'tablist', 'data-group': groupId }, children);`,
  '@theme/TabItem': `import { createElement } from 'react';
    export default ({ children, value, label }) => createElement('section', { id: value, 'aria-label': label }, children);`,
};

/** Renders a page as a Docusaurus site would: compiled with tables, imported as a module, drawn as HTML. */
async function render(source: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'docspace-guide-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const fromHere = (code: string): string =>
    code.replaceAll(/(?<=from ["'])react(?:\/jsx-runtime)?(?=["'])/gu, (name) => import.meta.resolve(name));
  let page = String(await compile(source, { remarkPlugins: [remarkGfm] }));
  for (const [index, [name, code]] of Object.entries(stubs).entries()) {
    await writeFile(join(folder, `stub-${index}.mjs`), fromHere(code));
    page = page.replaceAll(name, `./stub-${index}.mjs`);
  }
  const file = join(folder, 'page.mjs');
  await writeFile(file, fromHere(page));
  const { default: Page } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as {
    default: FunctionComponent;
  };
  return renderToStaticMarkup(createElement(Page));
}

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

test('the page compiles as MDX and shows its tabs, details, steps, tables and code', async () => {
  const source = await readFile(pageUrl('retrieve-oauth2-client-information.mdx'), 'utf8');
  const html = await render(source);
  const headings = [...html.matchAll(/<h2>(.*?)<\/h2>/gu)].map(([, heading = '']) => heading);
  expect(headings.slice(0, 6)).toEqual([
    'Before you start',
    'Step 1: Retrieve all OAuth2 clients',
    'Step 2: Retrieve a specific client by ID',
    'Step 3: Retrieve private client details',
    'Step 4: Retrieve public client information',
    'Step 5: Retrieve bulk client information',
  ]);
  expect(html).toMatch(/<details>\s*<summary>Full example<\/summary>/u);
  expect(count(html, /<details>/gu)).toBe(count(html, /<\/details>/gu));
  const groups = count(html, /role="tablist" data-group="language"/gu);
  expect(groups).toBeGreaterThan(9);
  for (const label of ['Node.js', 'Node.js with @docspace-oauth/api', 'Python']) {
    expect(count(html, new RegExp(`<section id="\\w+" aria-label="${label}">`, 'gu'))).toBe(groups);
  }
  for (const language of ['js', 'py']) {
    expect(count(html, new RegExp(`<code class="language-${language}">`, 'gu'))).toBeGreaterThan(8);
  }
  expect(count(html, /<table>/gu)).toBe(5);
  // What was meant as an element or as Markdown, and came out as text.
  const text = html.replaceAll(/<pre>.*?<\/pre>/gsu, '');
  expect(text).not.toMatch(/&lt;(?:Tab|Region|Program|Output|Source|Recorded)|\*\*|```/u);
});

test.each([
  ['a tab without an end', '<Tabs>\n\n<TabItem value="a" label="A">\n\nText\n\n</Tabs>\n'],
  ['a brace that opens an expression', 'The path is /clients/{id\n'],
])('%s does not compile', async (_, fault) => {
  await expect(render(`import Tabs from '@theme/Tabs';\n\n${fault}`)).rejects.toThrow(/./u);
});

import { readdir, readFile } from 'node:fs/promises';

import { describe, expect, test } from 'vitest';

import { buildPage, pageUrl } from '../../guide/page.ts';
import { readProgram } from '../../guide/programs.ts';
import { regionsOf } from '../../guide/regions.ts';
import { expand, realSources } from '../../guide/template.ts';
import { toMarkdown } from '../../guide/forms.ts';

const folder = new URL('../../guide/programs/', import.meta.url);
const files = (await readdir(folder, { withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map(({ name }) => name);
const template = await readFile(new URL('../../guide/template.mdx', import.meta.url), 'utf8');
const sources = realSources();
const pages = await buildPage(sources);
const markdown = pages.get('retrieve-oauth2-client-information.md') ?? '';

/** The blocks of code in a page, each with its language. */
function blocksIn(page: string): { language: string; lines: string[] }[] {
  return [...page.matchAll(/^```(\S*)\n(.*?)^```$/gmsu)].map(([, language = '', code = '']) => ({
    language,
    lines: code.trimEnd().split('\n'),
  }));
}

/** What is wrong with a page as it is in the repository, and how to mend it; empty if nothing is. */
function drift(name: string, committed: string, built: string): string {
  if (committed === built) return '';
  return `guide/${name} is not what its sources give. Run "npx -y pnpm@12.21.0 guide", which writes it.`;
}

test.each([...pages])('guide/%s is what the template and the programs give', async (name, built) => {
  const committed = await readFile(pageUrl(name), 'utf8').catch(() => '');
  expect(drift(name, committed, built)).toBe('');
  expect(drift(name, committed.replace('Step 1', 'Step one'), built)).toContain('pnpm@12.21.0 guide');
});

/** The lines of code on a page that are in no program. */
async function strangeLines(page: string): Promise<string[]> {
  const programs = await Promise.all(files.map(readProgram));
  const lines = new Set(programs.flatMap((program) => program.split('\n').map((line) => line.trim())));
  const blocks = blocksIn(page).filter(({ language }) => language !== 'text');
  return blocks.flatMap((block) => block.lines).filter((line) => !lines.has(line.trim()));
}

describe('every line of code on the page', () => {
  test.each([...pages])('is a line of a program that a test runs: %s', async (_, page) => {
    expect(new Set(blocksIn(page).map(({ language }) => language))).toEqual(
      new Set(['js', 'py', 'sh', 'text']),
    );
    expect(await strangeLines(page)).toEqual([]);
    expect(await strangeLines(page.replace('```js\n', '```js\nconst typed = true;\n'))).toEqual([
      'const typed = true;',
    ]);
  });

  test('or of the output of one', async () => {
    const outputs = await Promise.all(
      ['portal-fetch.mjs', 'portal-api.mjs', 'guide-fetch.mjs'].map(sources.output),
    );
    const blocks = blocksIn(markdown).filter(({ language }) => language === 'text');
    expect(blocks.length).toBeGreaterThan(7);
    const isPrinted = ({ lines }: { lines: string[] }): boolean =>
      outputs.some((output) => `\n${output}`.includes(`\n${lines.join('\n')}\n`));
    expect(blocks.filter((block) => !isPrinted(block))).toEqual([]);
  });

  test('comes from the template only through an element: the template has no block of code', () => {
    expect(template).not.toMatch(/^\s*(?:```|~~~)/mu);
  });

  test('every region of a program is on the page', async () => {
    for (const file of files) {
      for (const name of regionsOf(file, await readProgram(file)).keys()) {
        expect(template).toContain(`<Region file="${file}" name="${name}" />`);
      }
    }
  });
});

describe('the build fails', () => {
  const shown = [...template.matchAll(/<Region file="([^"]+)" name="([^"]+)" \/>/gu)].map(
    ([, file = '', name = '']) => ({ file, name }),
  );

  test.each(shown)('without the markers of $name in $file, and names both', async ({ file, name }) => {
    const program = async (wanted: string): Promise<string> => {
      const text = await readProgram(wanted);
      return wanted === file
        ? text.replace(new RegExp(`^[^\\n]*region ${name}\\n(.*?)^[^\\n]*endregion\\n`, 'msu'), '$1')
        : text;
    };
    await expect(expand(template, { ...sources, program })).rejects.toThrow(
      `${file} has no region "${name}", which the page shows.`,
    );
  });

  test.each([
    ['<Region file="portal.py" />', 'The template has <Region file="portal.py" /> without "name".'],
    ['<Program file="portal.rb" />', 'The page shows portal.rb, which is not in guide/programs.'],
    ['<Output file="portal-fetch.mjs" step="6" />', 'portal-fetch.mjs prints nothing for step 6.'],
    ['<Recorded n="9999" />', 'There is no recorded request 9999.'],
    [
      '<Recorded n="13" lacks="client_secret" />',
      'The template is wrong about client_secret in recording 13.',
    ],
  ])('for %s', async (element, message) => {
    await expect(expand(`Text\n\n${element}\n`, sources)).rejects.toThrow(message);
  });

  test('for a component that has no plain Markdown', () => {
    expect(() => toMarkdown('<Admonition>\n')).toThrow('The Markdown form has no words for "<Admonition>".');
  });
});

describe('every link of the Markdown form', () => {
  const links = [...markdown.matchAll(/\]\(([^)]+)\)/gu)].map(([, link = '']) => link);
  const isExternal = (link: string): boolean => link.startsWith('https://');

  test('to a file has that file', async () => {
    const paths = links.filter((link) => !isExternal(link) && !link.startsWith('#'));
    expect(paths.length).toBeGreaterThan(8);
    const texts = paths.map((path) => readFile(new URL(path, pageUrl('')), 'utf8'));
    for (const text of await Promise.all(texts)) expect(text).not.toBe('');
  });

  test('to a part of the page has a heading', () => {
    const headings = [...markdown.matchAll(/^#+ (.*)$/gmu)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\w\- ]/gu, '')
        .replaceAll(' ', '-'),
    );
    const parts = links.filter((link) => link.startsWith('#')).map((link) => link.slice(1));
    expect(parts.length).toBeGreaterThan(4);
    expect(parts.filter((part) => !headings.includes(part))).toEqual([]);
  });

  test('to another site is to the reference that the contract names, or to the Redocly CLI', () => {
    const others = links.filter(
      (link) =>
        isExternal(link) &&
        !/^https:\/\/api\.onlyoffice\.com\/docspace\/api-backend\/usage-api\/get-[a-z-]+$/u.test(link),
    );
    expect(others).toEqual(['https://redocly.com/docs/cli']);
  });
});

test('the page says in both forms that it is generated, and by what', () => {
  for (const [, page] of pages)
    expect(page.slice(0, 300)).toContain('by "npx -y pnpm@12.21.0 guide". Do not edit it.');
});

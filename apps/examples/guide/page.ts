import { readFile } from 'node:fs/promises';

import { toMarkdown, toMdx } from './forms.ts';
import { expand, realSources, type Sources } from './template.ts';

/** The files that are generated, by name. */
export async function buildPage(sources: Sources = realSources()): Promise<ReadonlyMap<string, string>> {
  const template = await readFile(new URL('./template.mdx', import.meta.url), 'utf8');
  const page = await expand(template, sources);
  return new Map([
    ['retrieve-oauth2-client-information.mdx', toMdx(page)],
    ['retrieve-oauth2-client-information.md', toMarkdown(page)],
  ]);
}

/** Where a generated file is. */
export function pageUrl(name: string): URL {
  return new URL(name, import.meta.url);
}

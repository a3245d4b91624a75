import { GuideError } from './guide-error.ts';

const note = 'Generated from template.mdx and programs/ by "npx -y pnpm@12.21.0 guide". Do not edit it.';

/** A file of the project that the page names, by its path from the root. */
const source = /<Source path="([^"]+)" \/>/gu;

/** From the page to the root of the project. */
const root = '../../../';

/** The page for a Docusaurus site: of the project's files it has the names, because a site does not have the files. */
export function toMdx(page: string): string {
  const [imports = ''] = /^(?:import .*\n)*/u.exec(page) ?? [];
  const rest = page.slice(imports.length).trimStart();
  return `${imports}\n{/* ${note} */}\n\n${rest.replaceAll(source, '`$1`').trimEnd()}\n`;
}

/** The page in plain Markdown: tabs become labels, one below the other, and files of the project become links. */
export function toMarkdown(page: string): string {
  const text = page
    .replaceAll(/^import .*\n/gmu, '')
    .replaceAll(/^<\/?Tabs\b.*\n+/gmu, '')
    .replaceAll(/^<TabItem .*label="([^"]+)".*>$/gmu, '**$1**')
    .replaceAll(/^<\/TabItem>\n+/gmu, '')
    .replaceAll(source, `[$1](${root}$1)`)
    .trim();
  const left = /^(?:import |<\/?[A-Z]).*$/mu.exec(text.replaceAll(/^```.*?^```$/gmsu, ''));
  if (left) throw new GuideError(`The Markdown form has no words for "${left[0]}".`);
  return `<!-- ${note} -->\n\n${text}\n`;
}

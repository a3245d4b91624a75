import { clean } from '@docspace-oauth/terminal/text';
import { cut } from '@docspace-oauth/terminal/width';

/** A summary is for reading; the whole text is in the other formats. */
const LONGEST = 400;
const ZERO_WIDTH_SPACE = '\u200B';

/**
 * A hostile text as plain words of a Markdown paragraph or table cell.
 *
 * Backslashes stop markup, but not what GitHub and GitLab look for in the finished text: web and mail
 * addresses, people and issues. A zero-width space does.
 */
export function markdownText(text: string): string {
  return shorten(text)
    .replaceAll(/[!#$&()*+\-.:<=>@[\\\]^_`{|}~]/gu, String.raw`\$&`)
    .replaceAll(/\\[@#!](?=\\?\w)|\\:(?=\/\/)|www(?=\\\.)/giu, `$&${ZERO_WIDTH_SPACE}`);
}

/** A name as code, where neither markup nor mentions work. */
export function markdownCode(text: string): string {
  const line = shorten(text);
  if (line === '') return '';
  const longest = Math.max(0, ...Array.from(line.matchAll(/`+/gu), ([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  // A blank keeps a backtick at an end apart from the fence.
  const blank = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${blank}${line}${blank}${fence}`;
}

function shorten(text: string): string {
  return cut(clean(text), LONGEST);
}

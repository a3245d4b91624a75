import { markdownText } from '@docspace-oauth/findings/markdown-text';

/** A row of a Markdown table, written as soon as it is there, so that it is not aligned. */
export function markdownRow(cells: readonly string[]): string {
  return `| ${cells.map(markdownText).join(' | ')} |`;
}

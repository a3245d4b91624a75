import { clean } from './text.ts';

/** A row of a Markdown table. */
export function markdownRow(cells: readonly string[]): string {
  return `| ${cells.map(markdownText).join(' | ')} |`;
}

/** Text in which Markdown sees no mark-up, no link, no HTML and no mention, whatever a server wrote. */
export function markdownText(text: string): string {
  return clean(text)
    .replaceAll(/[\\`*_{}[\]<>()#+!|~&]/gu, String.raw`\$&`)
    .replaceAll('@', '&#64;')
    .replaceAll(/\b(https?):/giu, '$1&#58;')
    .replaceAll(/\b(www)\./giu, '$1&#46;');
}

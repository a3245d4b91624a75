import stringWidth from 'string-width';

/** Pads to a width in terminal columns: a Chinese character takes two, a combining accent none. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

/** The width of the widest text, in terminal columns. */
export function widest(texts: readonly string[]): number {
  return texts.reduce((width, text) => Math.max(width, stringWidth(text)), 0);
}

/** Cuts to a width in terminal columns, never inside what a person sees as one character. */
export function cut(text: string, width: number): string {
  // Long enough for any text of that width, so that a huge text from a hostile server is not measured whole.
  const start = text.slice(0, width * 20);
  if (start === text && stringWidth(text) <= width) return text;
  const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  let kept = '';
  let used = 1;
  for (const { segment } of graphemes.segment(start)) {
    used += stringWidth(segment);
    if (used > width) break;
    kept += segment;
  }
  return `${kept}…`;
}

/** The ids in a text, each once, whatever stands between them: lines, commas, blanks, quotation marks. */
export function parseIds(text: string): string[] {
  return [...new Set(text.split(/[\s,;"'`[\]()]+/u).filter(Boolean))];
}

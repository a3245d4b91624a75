import { stripVTControlCharacters } from 'node:util';

const lineHeight = 19;
const characterWidth = 8.4;
const margin = 18;

/** The colours that the command uses, by their ANSI code, on a dark ground with enough contrast to read. */
const looks: Readonly<Record<string, string>> = {
  '1': 'font-weight="bold"',
  '2': 'fill="#9aa4b2"',
  '31': 'fill="#ff8a80"',
  '32': 'fill="#7ee2a8"',
  '33': 'fill="#f5c971"',
  '34': 'fill="#82b1ff"',
  '36': 'fill="#78dce8"',
};

/** What a terminal shows, as a picture whose text can still be selected and read aloud. */
export function picture(output: string, title: string): string {
  const lines = output.trimEnd().split('\n');
  const longest = Math.max(...lines.map((line) => stripVTControlCharacters(line).length));
  const width = Math.ceil(longest * characterWidth + 2 * margin);
  const height = lines.length * lineHeight + 2 * margin;
  const rows = lines.map(
    (line, index) => `<text x="${margin}" y="${margin + 14 + index * lineHeight}">${coloured(line)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>${escaped(title)}</title>
<rect width="100%" height="100%" rx="8" fill="#161b22"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14" fill="#e6edf3" xml:space="preserve">
${rows.join('\n')}
</g>
</svg>
`;
}

/** Each run of characters with the codes that are in force there. */
function coloured(line: string): string {
  let codes: string[] = [];
  let text = '';
  // eslint-disable-next-line no-control-regex -- these are the codes of a terminal
  for (const [part, code] of line.matchAll(/\u001B\[(\d+)m|[^\u001B]+/gu)) {
    if (code === undefined) text += span(part, codes);
    else codes = isEnd(code) ? [] : [...codes, code];
  }
  return text;
}

function isEnd(code: string): boolean {
  return ['0', '22', '39'].includes(code);
}

function span(text: string, codes: readonly string[]): string {
  if (codes.length === 0) return escaped(text);
  const attributes = codes.map((code) => {
    const look = looks[code];
    if (look === undefined) throw new Error(`The picture has no colour for the code ${code}.`);
    return look;
  });
  return `<tspan ${attributes.join(' ')}>${escaped(text)}</tspan>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

import { GuideError } from './guide-error.ts';

/** `// #region NAME` in JavaScript, `# region NAME` in Python and in a shell; the end likewise, without a name. */
const marker = /^\s*(?:\/\/ #|# )(?<edge>region|endregion)(?: +(?<name>\S+))?\s*$/u;

interface Region {
  readonly name: string;
  readonly lines: string[];
}

/**
 * The parts of a program between its markers, by name, without the indentation that all their lines share.
 * @param file is named in errors
 */
export function regionsOf(file: string, text: string): Map<string, string> {
  const regions = new Map<string, string>();
  let open: Region | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    const { edge, name } = marker.exec(line)?.groups ?? {};
    const fail = (problem: string): GuideError => new GuideError(`${file}, line ${index + 1}: ${problem}`);
    if (edge === 'region') {
      if (open) throw fail(`the region "${open.name}" has no end before the next one begins.`);
      if (name === undefined) throw fail('the region has no name.');
      if (regions.has(name)) throw fail(`there is a second region "${name}".`);
      open = { name, lines: [] };
    } else if (edge === 'endregion') {
      if (!open) throw fail('a region ends that has not begun.');
      regions.set(open.name, dedent(open.lines));
      open = undefined;
    } else {
      open?.lines.push(line);
    }
  }
  if (open) throw new GuideError(`${file}: the region "${open.name}" has no end.`);
  return regions;
}

/** One part of a program. */
export function regionOf(file: string, text: string, name: string): string {
  const regions = regionsOf(file, text);
  const region = regions.get(name);
  if (region === undefined || region === '') {
    const names = [...regions.keys()].join(', ') || 'none';
    throw new GuideError(
      `${file} has ${region === '' ? 'an empty' : 'no'} region "${name}", which the page shows. Its regions: ${names}.`,
    );
  }
  return region;
}

/** A program as a reader pastes it: without the markers, and without the blank lines that a marker needs before it. */
export function withoutMarkers(text: string): string {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const edge = marker.exec(line)?.groups?.['edge'];
    if (edge === 'endregion') while (lines.at(-1) === '') lines.pop();
    if (edge === undefined) lines.push(line);
  }
  return lines.join('\n').trim();
}

function dedent(lines: readonly string[]): string {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/u));
  const indent = Math.min(...indents);
  return lines
    .map((line) => line.slice(indent))
    .join('\n')
    .trim();
}

import { readFile, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';

/** The folders and files of the contract that are YAML by hand. */
const parts =
  /^(?:docspace-oauth\.yaml|[\w-]+\.overlay\.yaml|(?:paths|schemas|parameters|responses|headers|examples)\b.*\.yaml)$/u;

/** The first mistake in a YAML text, as `line:column: what`; undefined if it parses. */
export function syntaxError(text: string): string | undefined {
  const lines = new LineCounter();
  const [error] = parseDocument(text, { lineCounter: lines, prettyErrors: false }).errors;
  if (!error) return undefined;
  const { line, col } = lines.linePos(error.pos[0]);
  return `${line}:${col}: ${error.message}`;
}

/** The first file of a contract that is no YAML, as `file:line:column: what`. */
export async function firstSyntaxError(folder: string): Promise<string | undefined> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => parts.test(file)).toSorted();
  for (const file of files) {
    const found = syntaxError(await readFile(join(folder, file), 'utf8'));
    if (found) return `${relative(folder, join(folder, file)).split(sep).join('/')}:${found}`;
  }
  return undefined;
}

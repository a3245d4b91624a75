import { readFile, stat } from 'node:fs/promises';
import { UsageError } from '@docspace-oauth/terminal/usage-error';
import type { YAMLParseError } from 'yaml';
import { LineCounter, parseDocument } from 'yaml';
import type { JsonObject } from './json.ts';
import { fieldAt, isObject } from './json.ts';

/** Many times the size of any description that was seen; a file beyond it is a mistake. */
const maxBytes = 64 * 1024 * 1024;

/** Reads an OpenAPI document of 3.0 or 3.1, in JSON or YAML; a UsageError says why it cannot be used. `name` is what the user calls it. */
export async function readForeignDocument(path: string, name: string): Promise<JsonObject> {
  const text = await readText(path, name);
  const document = parse(text, name);
  if (!isObject(document)) throw noDocument(name, 'it holds no object');
  const version = fieldAt(document, 'openapi');
  if (typeof version === 'string' && /^3\.[012]\.\d/u.test(version)) return document;
  if (version === undefined && fieldAt(document, 'swagger') !== undefined) {
    throw noDocument(name, 'it is Swagger, the forerunner of OpenAPI');
  }
  throw noDocument(
    name,
    version === undefined ? 'it has no field openapi' : 'its version is not one of 3.0, 3.1 and 3.2',
  );
}

function noDocument(name: string, why: string): UsageError {
  return new UsageError(
    `${name} is no OpenAPI document that can be compared: ${why}.`,
    'Give a description in OpenAPI 3.0 or 3.1, as JSON or YAML.',
  );
}

async function readText(path: string, name: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > maxBytes) {
      throw new UsageError(`${name} is too large: ${size} bytes, and at most ${maxBytes} are read.`);
    }
    // Some editors begin a file with a byte order mark.
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/u, '');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const why = code === 'ENOENT' ? 'does not exist' : code === 'EISDIR' ? 'is a folder' : 'cannot be read';
    throw new UsageError(`${name} ${why}.`, 'Give the file of an OpenAPI document: --against FILE.');
  }
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // YAML, or JSON with a mistake: JSON is YAML, so that parser tells where.
    return parseYaml(text, name);
  }
}

function parseYaml(text: string, name: string): unknown {
  const lines = new LineCounter();
  try {
    // Looking for a key that is there twice takes minutes in a map of 100,000 keys.
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: false,
      merge: true,
    });
    const [mistake] = document.errors;
    if (mistake) throw mistaken(mistake, lines, name);
    return document.toJS();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    if (error instanceof RangeError) throw tooDeep(name);
    // More aliases than an honest document has.
    if (error instanceof ReferenceError) throw new UsageError(`${name} cannot be read: ${error.message}.`);
    throw error;
  }
}

function mistaken({ message, pos }: YAMLParseError, lines: LineCounter, name: string): UsageError {
  // The parser catches its own overflow and calls it a mistake of the text.
  if (message.includes('call stack')) return tooDeep(name);
  const { line, col } = lines.linePos(pos[0]);
  const [sentence = ''] = message.split('\n');
  return new UsageError(
    `${name}:${line}:${col} is neither JSON nor YAML: ${sentence.replace(/[\s.:]+$/u, '')}.`,
    'Mend it there, or give another file.',
  );
}

function tooDeep(name: string): UsageError {
  return new UsageError(`${name} is nested too deeply to be read.`);
}

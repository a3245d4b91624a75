import { UsageError } from '@docspace-oauth/terminal/usage-error';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';

import type { KnownDeviation } from './deviation.ts';

const fields = ['rule', 'subject', 'reason', 'expires'] as const;
type Field = (typeof fields)[number];

const example =
  'An entry has a rule, a subject (or "*"), a reason, and the day on which it expires, YYYY-MM-DD.';

/** The entries of a YAML text, or a UsageError that names file, line and column. */
export function parseKnown(text: string, file: string): readonly KnownDeviation[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const fail: Fail = (offset, message) => {
    const { line, col } = lines.linePos(offset);
    return new UsageError(`--known: ${file}:${line}:${col}: ${message}`, example);
  };
  const [syntax] = document.errors;
  if (syntax) throw fail(syntax.pos[0], `${syntax.message.replace(/[\s.:]+$/u, '')}.`);
  const list = resolve(document.contents, document);
  // What remains when the last entry is taken out.
  if (list === undefined || (isScalar(list) && list.value === null)) return [];
  if (!isSeq(list)) throw fail(start(list), 'The file must be a list of entries.');
  const seen = new Map<string, number>();
  return list.items.map((item) => {
    const node = item as Node;
    const entry = readEntry(node, document, fail);
    const { line, col } = lines.linePos(start(node));
    const key = JSON.stringify([entry.rule, entry.subject]);
    const first = seen.get(key);
    if (first !== undefined) {
      throw fail(start(node), `The same rule and subject are already on line ${first}.`);
    }
    seen.set(key, line);
    return { ...entry, line, column: col };
  });
}

type Fail = (offset: number, message: string) => UsageError;

function readEntry(item: Node, document: Document, fail: Fail): Readonly<Record<Field, string>> {
  const map = resolve(item, document);
  if (!isMap(map)) throw fail(start(item), 'An entry must have a rule, a subject, a reason and expires.');
  const values = new Map<Field, string>();
  for (const { key, value } of map.items) {
    const name = isScalar(key) ? String(key.value) : 'a field';
    const field = fields.find((allowed) => allowed === name);
    if (field === undefined) throw fail(start(key as Node), `There is no field "${name}".`);
    values.set(field, readText(field, value as Node | null, key as Node, document, fail));
  }
  const get = (field: Field): string => {
    const value = values.get(field);
    if (value === undefined) throw fail(start(item), `The entry has no ${field}.`);
    return value;
  };
  return { rule: get('rule'), subject: get('subject'), reason: get('reason'), expires: get('expires') };
}

function readText(field: Field, node: Node | null, key: Node, document: Document, fail: Fail): string {
  const offset = start(node ?? key);
  const scalar = resolve(node, document);
  const value: unknown = isScalar(scalar) ? scalar.value : undefined;
  // A subject such as 42 is a number to YAML.
  const text = typeof value === 'number' && isScalar(scalar) ? (scalar.source ?? '') : value;
  if (typeof text !== 'string') throw fail(offset, `${field} must be a text.`);
  if (text.trim() === '') throw fail(offset, `${field} must not be empty.`);
  if (field === 'expires' && !isDay(text)) {
    throw fail(offset, `expires must be a day of the calendar such as 2027-01-31, not "${text}".`);
  }
  return text;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/u.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  // JavaScript takes 30 February for 2 March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function resolve(node: Node | null | undefined, document: Document): Node | undefined {
  return (isAlias(node) ? node.resolve(document) : node) ?? undefined;
}

function start(node: Node | null | undefined): number {
  return node?.range?.[0] ?? 0;
}

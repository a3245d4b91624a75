import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import type { Visitor } from './redocly.ts';

/**
 * Puts the target in the place of each `$ref` inside an example's value, which redocly leaves as it is: so a list of
 * clients is made of the very records that the single reads give.
 */
export const inlineExampleRefs: Visitor = () => ({
  Example: {
    enter(example, { location, report }) {
      try {
        example.value = inlined(example.value, location.source.absoluteRef);
      } catch (error) {
        report({ message: error instanceof Error ? error.message : String(error), location });
      }
    },
  },
});

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function inlined(value: unknown, file: string): unknown {
  if (Array.isArray(value)) return value.map((item) => inlined(item, file));
  if (!isObject(value)) return value;
  if (typeof value['$ref'] === 'string') return targetOf(value['$ref'], file);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inlined(item, file)]));
}

function targetOf(reference: string, from: string): unknown {
  const [path = '', pointer = ''] = reference.split('#');
  const file = resolve(dirname(from), path);
  const keys = pointer.split('/').slice(1);
  const document: unknown = parse(readFileSync(file, 'utf8'), { merge: true });
  const target = keys.reduce((at, key) => (isObject(at) ? at[key] : undefined), document);
  if (target === undefined) throw new Error(`The example's reference ${reference} points at nothing.`);
  return inlined(target, file);
}

import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';

/**
 * Puts the target in the place of each `$ref` inside an example's value, which redocly leaves as it is: so a list of
 * clients is made of the very records that the single reads give.
 */
export function inlineExampleRefs() {
  return {
    Example: {
      enter(example, { location }) {
        example.value = inlined(example.value, location.source.absoluteRef);
      },
    },
  };
}

function inlined(value, file) {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => inlined(item, file));
  if (typeof value.$ref === 'string') return read(value.$ref, file);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inlined(item, file)]));
}

function read(reference, from) {
  const [path, pointer = ''] = reference.split('#');
  const file = resolve(dirname(from), path);
  const keys = pointer.split('/').slice(1);
  const target = keys.reduce((at, key) => at?.[key], parse(readFileSync(file, 'utf8'), { merge: true }));
  if (target === undefined)
    throw new Error(`The example reference ${reference} in ${from} points at nothing.`);
  return inlined(target, file);
}

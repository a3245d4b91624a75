import type { ForeignDocument } from './reference.ts';
import { viewOf } from './schema-view.ts';

/** One thing that two documents can agree on or not: an operation, a parameter, a response, a media type, a value. */
export interface Shape {
  /** What is said of it, such as its type. */
  readonly facts: ReadonlyMap<string, string>;
  /**
   * What it consists of, by a name that both documents give it. A part is looked at when it is compared, so that a document
   * in which everything leads to everything is looked at no further than ours goes.
   */
  readonly parts: ReadonlyMap<string, () => Shape>;
  /** Whether the parts are those of a value: its properties or its items. */
  readonly isValue: boolean;
}

export function shape(
  facts: Readonly<Record<string, string>>,
  parts: Iterable<readonly [string, () => Shape]> = [],
  isValue = false,
): Shape {
  return { facts: new Map(Object.entries(facts)), parts: new Map(parts), isValue };
}

/** The shape of a value: its type, whether it may be null, and its properties and items. */
export function valueShape(
  document: ForeignDocument,
  schema: unknown,
  more: Readonly<Record<string, string>> = {},
  depth = 0,
): Shape {
  const { types, properties, required, items } = viewOf(document, schema, depth);
  const facts = {
    type: types
      ? [...types]
          .filter((type) => type !== 'null')
          .toSorted()
          .join(' or ') || 'null'
      : 'any',
    nullable: types === undefined || types.has('null') ? 'yes' : 'no',
    ...more,
  };
  const parts = [...properties].map(([name, part]) => {
    const isRequired = { required: required.has(name) ? 'yes' : 'no' };
    return [name, () => valueShape(document, part, isRequired, depth + 1)] as const;
  });
  if (items !== undefined) parts.push(['[]', () => valueShape(document, items, {}, depth + 1)]);
  return shape(facts, parts, true);
}

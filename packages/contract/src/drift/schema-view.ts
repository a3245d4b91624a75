import type { JsonObject } from './json.ts';
import { fieldAt, isObject, listAt, objectAt } from './json.ts';
import type { ForeignDocument } from './reference.ts';

/** What a schema says of a value, however it is put together. */
export interface SchemaView {
  /** Undefined: any. */
  readonly types: ReadonlySet<string> | undefined;
  readonly properties: ReadonlyMap<string, unknown>;
  readonly required: ReadonlySet<string>;
  /** The schema of an array's items; undefined if nothing is said of them. */
  readonly items: unknown;
}

const anything: SchemaView = {
  types: undefined,
  properties: new Map(),
  required: new Set(),
  items: undefined,
};

/**
 * Looks through references, `allOf`, `oneOf` and `anyOf`, and OpenAPI 3.0's `nullable`. The schemas of properties and items
 * stay as they are, so that a schema that refers to itself is no problem here.
 */
export function viewOf(
  document: ForeignDocument,
  schema: unknown,
  depth = 0,
  seen: ReadonlySet<string> = new Set(),
): SchemaView {
  document.visit(depth);
  if (!isObject(schema)) return anything;
  const inner = (part: unknown, known = seen): SchemaView => viewOf(document, part, depth + 1, known);
  const views = [ownView(schema)];
  const reference = fieldAt(schema, '$ref');
  if (typeof reference === 'string' && !seen.has(reference)) {
    views.push(inner(document.target(reference), new Set([...seen, reference])));
  }
  views.push(...listAt(schema, 'allOf').map((part) => inner(part)));
  for (const key of ['oneOf', 'anyOf']) {
    const branches = listAt(schema, key).map((part) => inner(part));
    if (branches.length > 0) views.push(branches.reduce(either));
  }
  return views.reduce(both);
}

function ownView(schema: JsonObject): SchemaView {
  return {
    types: typesOf(schema),
    properties: new Map(Object.entries(objectAt(schema, 'properties'))),
    required: new Set(listAt(schema, 'required').filter((name) => typeof name === 'string')),
    items: fieldAt(schema, 'items'),
  };
}

function typesOf(schema: JsonObject): Set<string> | undefined {
  const type = fieldAt(schema, 'type');
  const named = [type].flat().filter((name) => typeof name === 'string');
  const types = named.length > 0 ? new Set(named) : impliedTypes(schema);
  // OpenAPI 3.0; without a type it says nothing.
  if (types && fieldAt(schema, 'nullable') === true) types.add('null');
  return types;
}

/** The type where none is named but only one is meant. */
function impliedTypes(schema: JsonObject): Set<string> | undefined {
  const values = Object.hasOwn(schema, 'const') ? [schema['const']] : listAt(schema, 'enum');
  if (values.length > 0) return new Set(values.map(typeOf));
  if (isObject(fieldAt(schema, 'properties'))) return new Set(['object']);
  return isObject(fieldAt(schema, 'items')) ? new Set(['array']) : undefined;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

/** A value keeps both. */
function both(a: SchemaView, b: SchemaView): SchemaView {
  return {
    types: a.types && b.types ? narrowed(a.types, b.types) : (a.types ?? b.types),
    properties: joined(a, b, 'allOf'),
    required: new Set([...a.required, ...b.required]),
    items: join(a.items, b.items, 'allOf'),
  };
}

/** An integer is a number too. */
function narrowed(a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> {
  const has = (types: ReadonlySet<string>, type: string): boolean =>
    types.has(type) || (type === 'integer' && types.has('number'));
  return new Set([...[...a].filter((type) => has(b, type)), ...[...b].filter((type) => has(a, type))]);
}

/** A value keeps one of them; one that is only null requires nothing of an object. */
function either(a: SchemaView, b: SchemaView): SchemaView {
  return {
    types: a.types && b.types && new Set([...a.types, ...b.types]),
    properties: joined(a, b, 'anyOf'),
    required: isNull(a)
      ? b.required
      : isNull(b)
        ? a.required
        : new Set([...a.required].filter((name) => b.required.has(name))),
    items: join(a.items, b.items, 'anyOf'),
  };
}

function isNull({ types }: SchemaView): boolean {
  return types?.size === 1 && types.has('null');
}

function joined(a: SchemaView, b: SchemaView, how: 'allOf' | 'anyOf'): Map<string, unknown> {
  const properties = new Map(a.properties);
  for (const [name, schema] of b.properties) properties.set(name, join(properties.get(name), schema, how));
  return properties;
}

function join(a: unknown, b: unknown, how: 'allOf' | 'anyOf'): unknown {
  if (a === undefined || a === b) return b;
  return b === undefined ? a : { [how]: [a, b] };
}

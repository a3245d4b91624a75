import type { Dialect, OpenApiDocument, Parameter, Schema } from '@docspace-oauth/openapi';
import { keysOf, locate, toPointer, valueAt } from '@docspace-oauth/openapi';
import type { Cell } from './cell.ts';
import { branchName, parameterName, propertyName, responseName } from './cell.ts';

/**
 * Everything that a document declares. It is read from the paths of the document and from nothing else: a list of cases that
 * lacks something would lack it here too, and the gap would never be seen.
 */
export function declaredCells(dialect: Dialect, document: OpenApiDocument): Cell[] {
  const cells = new Map<string, Cell>();
  for (const [path, { get }] of Object.entries(document.paths)) {
    const { operationId } = get;
    const add = (kind: Cell['kind'], what: string, pointer: string): void => {
      const name = `${operationId} ${what}`;
      if (!cells.has(name)) cells.set(name, { dialect, operationId, kind, what, pointer });
    };
    const base = toPointer('paths', path, 'get');
    for (const status of Object.keys(get.responses)) {
      addResponse(document, locate(document, base + toPointer('responses', status)), status, add);
    }
    (get.parameters ?? []).forEach((_, index) =>
      addParameter(document, locate(document, base + toPointer('parameters', index)), add),
    );
  }
  return [...cells.values()];
}

type Add = (kind: Cell['kind'], what: string, pointer: string) => void;

function addResponse(document: OpenApiDocument, pointer: string, status: string, add: Add): void {
  const { content = {} } = valueAt(document, pointer) as { content?: object };
  const mediaTypes = Object.keys(content);
  if (mediaTypes.length === 0) add('response', responseName(status, undefined), pointer);
  for (const mediaType of mediaTypes) {
    const media = pointer + toPointer('content', mediaType);
    add('response', responseName(status, mediaType), media);
    addSchema(document, `${media}/schema`, 'body', add, new Set());
  }
}

/** The properties of a schema and of all that it is made of. */
function addSchema(
  document: OpenApiDocument,
  pointer: string,
  name: string,
  add: Add,
  seen: Set<string>,
): void {
  const here = locate(document, pointer);
  if (seen.has(here)) return;
  seen.add(here);
  const schema = valueAt(document, here) as Schema;
  const own = componentAt(here) ?? name;
  for (const keyword of ['oneOf', 'anyOf']) {
    const branches = (schema[keyword] ?? []) as readonly unknown[];
    branches.forEach((_, index) => {
      const branch = locate(document, here + toPointer(keyword, index));
      add('property', branchName(own, componentAt(branch) ?? branch), branch);
      addSchema(document, branch, own, add, seen);
    });
  }
  if (schema['items'] !== undefined) addSchema(document, `${here}/items`, `${own}/*`, add, seen);
  const required = new Set((schema['required'] ?? []) as readonly string[]);
  for (const property of Object.keys(schema['properties'] ?? {})) {
    const place = here + toPointer('properties', property);
    for (const type of typesAt(document, place)) add('property', propertyName(own, property, type), place);
    if (!required.has(property)) add('property', propertyName(own, property, 'absent'), place);
    addSchema(document, place, `${own}/${property}`, add, seen);
  }
}

/** The types that a schema declares; a schema without any says nothing of the type. */
function typesAt(document: OpenApiDocument, pointer: string): string[] {
  const { type } = valueAt(document, locate(document, pointer)) as { type?: string | readonly string[] };
  return type === undefined ? ['present'] : [type].flat();
}

function componentAt(pointer: string): string | undefined {
  const [, name] = /^\/components\/schemas\/([^/]+)$/u.exec(pointer) ?? [];
  return name === undefined ? undefined : keysOf(`/${name}`)[0];
}

/** Keywords that a value cannot break. */
const silent = new Set(['default', 'description', 'example', 'examples', 'title', 'items', 'format']);

function addParameter(document: OpenApiDocument, pointer: string, add: Add): void {
  const { name, in: place, required, schema } = valueAt(document, pointer) as Parameter;
  add('parameter', parameterName(name, 'sent'), pointer);
  // A path without a parameter is another path.
  if (required && place !== 'path') add('parameter', parameterName(name, 'left out'), pointer);
  const items = (schema['items'] ?? {}) as Schema;
  for (const keyword of new Set([...Object.keys(schema), ...Object.keys(items)])) {
    // What stands in a URL is a text: only a number can be of the wrong type, and a list cannot be empty.
    const breakable = keyword === 'type' ? schema['type'] === 'integer' : keyword !== 'minItems';
    if (breakable && !silent.has(keyword)) {
      add('parameter', parameterName(name, `breaks ${keyword}`), `${pointer}/schema`);
    }
  }
}

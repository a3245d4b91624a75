import type { OpenApiDocument, Schema } from '@docspace-oauth/openapi';
import { keysOf, locate, toPointer, valueAt } from '@docspace-oauth/openapi';

/** An object in a body, beside the schema that describes it. */
export interface Visited {
  /** The named schema, and the way from there if the object has no name of its own: `Envelope/links/*`. */
  readonly name: string;
  readonly schema: Schema;
  readonly value: Readonly<Record<string, unknown>>;
  /** JSON pointer into the body. */
  readonly pointer: string;
}

export interface BodyVisitor {
  object(visited: Visited): void;
  /** Of several schemas that a body may match, this one was taken. */
  branch?(of: string, taken: string): void;
}

/** Goes through a body along its schema, and tells of each object on the way. What no schema describes is not entered. */
export function walkBody(
  document: OpenApiDocument,
  pointer: string,
  body: unknown,
  visitor: BodyVisitor,
): void {
  const visit = (at: string, value: unknown, name: string, place: string): void => {
    const here = locate(document, at);
    const schema = valueAt(document, here) as Schema | undefined;
    if (schema === undefined) return;
    const own = nameAt(here) ?? name;
    const branches = (schema['oneOf'] ?? schema['anyOf']) as readonly unknown[] | undefined;
    if (branches) {
      const keyword = schema['oneOf'] ? 'oneOf' : 'anyOf';
      const pointers = branches.map((_, index) => locate(document, here + toPointer(keyword, index)));
      const taken = pointers.find((branch) => fits(document, branch, value));
      if (taken === undefined) return;
      visitor.branch?.(own, nameAt(taken) ?? taken);
      visit(taken, value, own, place);
      return;
    }
    if (Array.isArray(value)) {
      if (schema['items'] === undefined) return;
      value.forEach((item, index) => visit(`${here}/items`, item, `${own}/*`, place + toPointer(index)));
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const object = value as Record<string, unknown>;
    visitor.object({ name: own, schema, value: object, pointer: place });
    for (const field of Object.keys(schema['properties'] ?? {})) {
      if (!Object.hasOwn(object, field)) continue;
      visit(
        `${here}/properties${toPointer(field)}`,
        object[field],
        `${own}/${field}`,
        place + toPointer(field),
      );
    }
  };
  visit(pointer, body, 'body', '');
}

/** The name of a schema among the components. */
export function nameAt(pointer: string): string | undefined {
  const keys = keysOf(pointer);
  return keys.length === 3 && keys[0] === 'components' && keys[1] === 'schemas' ? keys[2] : undefined;
}

/** Whether a value has the kind and the required fields of a schema: enough to tell an envelope from what it holds. */
function fits(document: OpenApiDocument, pointer: string, value: unknown): boolean {
  const { type, required = [] } = valueAt(document, pointer) as {
    type?: unknown;
    required?: readonly string[];
  };
  if (type === 'array') return Array.isArray(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return type !== 'object';
  return required.every((field) => Object.hasOwn(value, field));
}

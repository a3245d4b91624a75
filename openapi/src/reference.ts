import type { OpenApiDocument, Reference } from './document.ts';
import { valueAt } from './pointer.ts';

function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && '$ref' in value && typeof value.$ref === 'string';
}

/** The pointer of a reference inside the document: a bundle has no other references. */
function pointerOf({ $ref }: Reference): string {
  return decodeURIComponent($ref.replace(/^#/u, ''));
}

/** Follows references from a place in the document to the pointer of the place that holds the value itself. */
export function locate(document: OpenApiDocument, pointer: string): string {
  const seen = new Set<string>();
  let place = pointer;
  for (;;) {
    const value = valueAt(document, place);
    if (!isReference(value)) return place;
    if (seen.has(place)) throw new RangeError(`The reference at ${pointer} leads back to itself.`);
    seen.add(place);
    place = pointerOf(value);
  }
}

/** The value itself, or what a reference to it points at. */
export function resolve<T extends object>(document: OpenApiDocument, value: T | Reference): T {
  if (!isReference(value)) return value;
  const target = valueAt(document, locate(document, pointerOf(value)));
  if (target === undefined) throw new RangeError(`The reference ${value.$ref} points at nothing.`);
  return target as T;
}

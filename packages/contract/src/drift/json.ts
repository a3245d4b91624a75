/** What can be said of a part of somebody else's document: it may be anything. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field that is an object; an empty one if it is anything else. */
export function objectAt(value: unknown, key: string): JsonObject {
  const field = fieldAt(value, key);
  return isObject(field) ? field : {};
}

/** A field that is a list; an empty one if it is anything else. */
export function listAt(value: unknown, key: string): readonly unknown[] {
  const field = fieldAt(value, key);
  return Array.isArray(field) ? field : [];
}

export function fieldAt(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

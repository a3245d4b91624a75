import { keysOf } from '@docspace-oauth/openapi';
import { UsageError } from '@docspace-oauth/terminal/usage-error';
import type { JsonObject } from './json.ts';
import { fieldAt, isObject } from './json.ts';

/** How much of a document is looked at before it is given up: honest ones need a hundredth of this. */
const maxVisits = 200_000;
const maxDepth = 100;

/** Somebody's document, in which references are followed: only inside it, never in a circle, and not without end. */
export class ForeignDocument {
  readonly root: JsonObject;
  readonly #name: string;
  #visits = 0;
  /** The references to other files or addresses that were met. */
  readonly outside = new Set<string>();

  constructor(root: JsonObject, name: string) {
    this.root = root;
    this.#name = name;
  }

  /** Counts a step, and refuses a document that would take for ever or go deeper than the stack. */
  visit(depth: number): void {
    this.#visits++;
    if (depth > maxDepth) throw this.#refused('nested too deeply');
    if (this.#visits > maxVisits) throw this.#refused('too intricate');
  }

  #refused(what: string): UsageError {
    return new UsageError(`${this.#name} is ${what}: the operations cannot be compared.`);
  }

  /** The object itself, or what a chain of references leads to; an empty one if that is nowhere in the document. */
  follow(value: unknown): JsonObject {
    const seen = new Set<string>();
    let at = value;
    for (;;) {
      const reference = fieldAt(at, '$ref');
      if (typeof reference !== 'string') return isObject(at) ? at : {};
      if (seen.has(reference)) return {};
      seen.add(reference);
      at = this.target(reference);
    }
  }

  /** What one reference points at; undefined if that is outside the document or nowhere. */
  target(reference: string): unknown {
    if (!reference.startsWith('#')) {
      this.outside.add(reference);
      return undefined;
    }
    let at: unknown = this.root;
    for (const key of keysOf(decoded(reference.slice(1)))) {
      at = Array.isArray(at) ? (at as unknown[])[Number(key)] : fieldAt(at, key);
    }
    return at;
  }
}

function decoded(pointer: string): string {
  try {
    return decodeURIComponent(pointer);
  } catch {
    return pointer;
  }
}

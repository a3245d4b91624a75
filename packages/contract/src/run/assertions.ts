import { isDeepStrictEqual } from 'node:util';
import type { Dialect } from '@docspace-oauth/openapi';
import { keysOf, toPointer } from '@docspace-oauth/openapi';
import { clean } from '@docspace-oauth/terminal/text';
import type { Assertion } from '../cases/case.ts';
import type { Violation } from './violation.ts';

interface Found {
  readonly pointer: string;
  readonly value: unknown;
  readonly there: boolean;
}

export interface AssertionContext {
  readonly dialect: Dialect;
  /** What a value in a case stands for. */
  readonly resolve: (value: unknown) => unknown;
  /** Secrets that are known in clear text. */
  readonly secrets: readonly string[];
}

/** What does not hold of a body. In the guide's dialect, pointers begin inside the envelope where there is one. */
export function checkBody(
  assertions: readonly Assertion[],
  body: unknown,
  context: AssertionContext,
): Violation[] {
  const inner = context.dialect === 'guide' ? unwrap(body) : body;
  return assertions.flatMap((assertion) =>
    assertion.noSecret ? secretsIn(body, context.secrets) : checkOne(assertion, inner, context),
  );
}

/** What an envelope holds; the body itself where there is none. */
export function unwrap(body: unknown): unknown {
  return typeof body === 'object' && body !== null && !Array.isArray(body) && 'response' in body
    ? body.response
    : body;
}

function checkOne(assertion: Assertion, body: unknown, context: AssertionContext): Violation[] {
  const { at = '' } = assertion;
  const found = valuesAt(body, at);
  const there = found.filter((one) => one.there);
  if (assertion.absent) return there.map((one) => broken(one.pointer, 'is there', 'absent'));
  const missing = found.find((one) => !one.there);
  // Of a list without items nothing can be said, and a case that says nothing must not pass.
  if (missing) return [broken(missing.pointer, 'is absent', 'there')];
  if (found.length === 0) return [broken(at, 'has no items', 'at least one')];
  return there.flatMap((one) => checkValue(assertion, one, body, context)).slice(0, 3);
}

function checkValue(
  assertion: Assertion,
  { value, pointer }: Found,
  body: unknown,
  { resolve }: AssertionContext,
): Violation[] {
  const { equals, oneOf, type, matches, atMost, count, sameAs, descending, unique, fields } = assertion;
  const violations: Violation[] = [];
  const shown = (one: unknown): string => (/secret/iu.test(pointer) ? 'a secret' : inWords(one));
  const fail = (expected: string): void => {
    violations.push(broken(pointer, `is ${shown(value)}`, expected));
  };
  if (equals !== undefined) {
    const expected = resolve(equals);
    if (!isDeepStrictEqual(value, expected)) fail(shown(expected));
  }
  if (oneOf && !oneOf.some((one) => isDeepStrictEqual(value, resolve(one)))) {
    fail(`one of ${oneOf.map((one) => shown(resolve(one))).join(', ')}`);
  }
  if (type !== undefined && typeOf(value) !== type) fail(type);
  if (matches !== undefined && !(typeof value === 'string' && new RegExp(matches, 'u').test(value))) {
    fail(`a text that matches ${matches}`);
  }
  if (atMost !== undefined && !(lengthOf(value) <= atMost)) fail(`at most ${atMost} items`);
  if (count !== undefined && lengthOf(value) !== count) fail(`${count} items`);
  if (sameAs !== undefined) {
    const [other] = valuesAt(body, sameAs);
    if (!other?.there || !isDeepStrictEqual(value, other.value)) {
      fail(`the same as ${sameAs}, ${shown(other?.value)}`);
    }
  }
  if (descending !== undefined) {
    const at = firstRise(value, descending);
    if (at !== undefined) {
      violations.push(
        broken(
          pointer + toPointer(at),
          `comes before an item with a later ${descending}`,
          'descending order',
        ),
      );
    }
  }
  if (unique !== undefined) {
    const at = firstRepeat(value, unique);
    if (at !== undefined) {
      violations.push(
        broken(pointer + toPointer(at), `has the ${unique} of an earlier item`, `each ${unique} once`),
      );
    }
  }
  if (fields) {
    // Fields that nobody knows may stand between: they are drift, and told as that.
    const names = typeOf(value) === 'object' ? Object.keys(value as object) : [];
    const known = names.filter((name) => fields.includes(name));
    if (!isDeepStrictEqual(known, [...fields])) {
      violations.push(
        broken(pointer, `has the fields ${known.join(', ') || 'of something else'}`, fields.join(', ')),
      );
    }
  }
  return violations;
}

function broken(pointer: string, came: string, expected: string): Violation {
  const where = pointer === '' ? 'The body' : clean(pointer);
  return { rule: 'assertion', message: `${where} ${came}; expected: ${expected}.`, pointer: clean(pointer) };
}

/** The values that a pointer leads to: `*` is every item, `-1` the last one. */
function valuesAt(body: unknown, pointer: string): Found[] {
  let found: Found[] = [{ pointer: '', value: body, there: true }];
  for (const key of keysOf(pointer)) {
    found = found.flatMap((one): Found[] => {
      const { value } = one;
      if (key === '*') {
        return Array.isArray(value)
          ? value.map((item: unknown, index) => ({
              pointer: one.pointer + toPointer(index),
              value: item,
              there: true,
            }))
          : [{ pointer: one.pointer + toPointer(key), value: undefined, there: false }];
      }
      const name = key === '-1' && Array.isArray(value) ? String(value.length - 1) : key;
      const there = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
      const next = there ? (value as Record<string, unknown>)[name] : undefined;
      return [{ pointer: one.pointer + toPointer(name), value: next, there }];
    });
  }
  return found;
}

/** Fields that are called a secret and have a value, and values that are known to be one, anywhere in a body. */
function secretsIn(body: unknown, secrets: readonly string[], pointer = ''): Violation[] {
  if (typeof body === 'string') {
    const leaks = secrets.some((secret) => secret.length >= 8 && body.includes(secret));
    return leaks ? [leak(pointer, 'holds the secret of a client')] : [];
  }
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, value]: [string, unknown]) => {
    const at = pointer + toPointer(name);
    if (/secret/iu.test(name) && value !== null && !Array.isArray(body)) {
      return [leak(at, 'is a secret where none may be')];
    }
    return secretsIn(value, secrets, at);
  });
}

function leak(pointer: string, what: string): Violation {
  const where = pointer === '' ? 'The body' : clean(pointer);
  return { rule: 'secret-leak', message: `${where} ${what}.`, pointer: clean(pointer) };
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : Number.NaN;
}

/** A value as a message has it: short, harmless, and never what may be a secret. */
function inWords(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value === 'string' && value.length > 60) return `a text of ${value.length} characters`;
  return clean(JSON.stringify(value) ?? 'nothing');
}

/** The index of the first item that has the same value of a field as one before it. */
function firstRepeat(value: unknown, field: string): number | undefined {
  if (!Array.isArray(value)) return 0;
  const values = value.map((item) => (Object(item) as Record<string, unknown>)[field]);
  const index = values.findIndex((one, at) => values.indexOf(one) < at);
  return index === -1 ? undefined : index;
}

/** The index of the first item whose successor has a later date. Dates are compared as instants, and as text within a millisecond. */
function firstRise(value: unknown, field: string): number | undefined {
  if (!Array.isArray(value)) return 0;
  const dates = value.map((item) => String((Object(item) as Record<string, unknown>)[field]));
  const index = dates.findIndex((date, at) => {
    const next = dates[at + 1];
    return next !== undefined && isLater(next, date);
  });
  return index === -1 ? undefined : index;
}

/** Later by the clock and as text: one store of portals sorts `17Z` before `17.9Z`, the other the other way round. */
function isLater(one: string, other: string): boolean {
  const [a, b] = [Date.parse(one), Date.parse(other)];
  const later = a !== b || Number.isNaN(a) ? a > b : fraction(one) > fraction(other);
  return later && one > other;
}

const fraction = (date: string): string => (/\.(\d+)/u.exec(date)?.[1] ?? '').padEnd(9, '0');

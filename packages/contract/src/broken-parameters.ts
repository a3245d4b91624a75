import type { Parameter, Schema } from '@docspace-oauth/openapi';

/** A value that breaks one constraint of a parameter; undefined leaves the parameter out. */
export interface BrokenValue {
  readonly constraint: string;
  readonly value: string | readonly string[] | undefined;
}

/** Keywords that describe a value, or that no single request can break. */
const unbreakable = new Set([
  'example',
  'examples',
  'description',
  'default',
  'format',
  'title',
  'items',
  'uniqueItems',
]);

/** For each constraint of a parameter, a value that breaks it. */
export function brokenValues({ schema, in: place, required }: Parameter): BrokenValue[] {
  const broken: BrokenValue[] = brokenValuesOf(schema);
  const { items } = schema;
  if (typeof items === 'object' && items !== null) {
    const ofItems = brokenValuesOf(items as Schema);
    broken.push(...ofItems.map(({ constraint, value }) => ({ constraint: `items/${constraint}`, value })));
  }
  // A path without a parameter, or with an empty one, is another path.
  if (place === 'path') return broken.filter(({ value }) => value !== undefined && value !== '');
  return required ? [{ constraint: 'required', value: undefined }, ...broken] : broken;
}

function brokenValuesOf(schema: Schema): BrokenValue[] {
  return Object.entries(schema).flatMap(([constraint, limit]) =>
    unbreakable.has(constraint) || (constraint === 'type' && limit !== 'integer')
      ? []
      : [{ constraint, value: brokenValue(constraint, limit) }],
  );
}

function brokenValue(constraint: string, limit: unknown): BrokenValue['value'] {
  const number = Number(limit);
  switch (constraint) {
    case 'type':
      return 'abc';
    case 'pattern':
      return textThatFails(String(limit));
    case 'minimum':
      return String(number - 1);
    case 'maximum':
      return String(number + 1);
    case 'minLength':
      return 'x'.repeat(number - 1);
    case 'maxLength':
      return 'x'.repeat(number + 1);
    case 'minItems':
      return undefined;
    case 'maxItems':
      return Array.from({ length: number + 1 }, (_, index) => `id-${index}`);
    default:
      throw new Error(`No value is known that breaks ${constraint}: add one here.`);
  }
}

function textThatFails(pattern: string): string {
  const candidates = [' ', '\\', '/', 'a b', '2024-05-01', 'nonsense'];
  const value = candidates.find((candidate) => !new RegExp(pattern, 'u').test(candidate));
  if (value === undefined) throw new Error(`No value is known that breaks the pattern ${pattern}.`);
  return value;
}

import type { Parameter, Schema } from './document.ts';

/** A value that breaks one constraint of a parameter; undefined leaves the parameter out. */
export interface Break {
  constraint: string;
  value: string | string[] | undefined;
}

/** Says nothing about a single request, or nothing that a request could break. */
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

/** The values that break each constraint of a schema, for a parameter of one value. */
function breaksOfSchema(schema: Schema): Break[] {
  return Object.entries(schema).flatMap(([keyword, limit]): Break[] => {
    if (unbreakable.has(keyword)) return [];
    switch (keyword) {
      case 'type':
        return limit === 'integer' ? [{ constraint: 'type', value: 'abc' }] : [];
      case 'pattern': {
        const candidates = [' ', '\\', '/', 'a b', '2024-05-01', 'nonsense'];
        const value = candidates.find((candidate) => !new RegExp(String(limit), 'u').test(candidate));
        if (value === undefined)
          throw new Error(`No value is known that breaks the pattern ${String(limit)}.`);
        return [{ constraint: 'pattern', value }];
      }
      case 'minimum':
        return [{ constraint: 'minimum', value: String(Number(limit) - 1) }];
      case 'maximum':
        return [{ constraint: 'maximum', value: String(Number(limit) + 1) }];
      case 'maxLength':
        return [{ constraint: 'maxLength', value: 'x'.repeat(Number(limit) + 1) }];
      case 'minLength':
        return [{ constraint: 'minLength', value: 'x'.repeat(Number(limit) - 1) }];
      case 'maxItems':
        return [
          {
            constraint: 'maxItems',
            value: Array.from({ length: Number(limit) + 1 }, (_, index) => `id-${index}`),
          },
        ];
      case 'minItems':
        return [{ constraint: 'minItems', value: undefined }];
      default:
        throw new Error(`The constraint ${keyword} is unknown here: say how to break it.`);
    }
  });
}

/** For each constraint of a parameter, a value that breaks it. */
export function breaksOf(parameter: Parameter): Break[] {
  const { schema, in: place, required } = parameter;
  const items = schema['items'] as Schema | undefined;
  const breaks = [
    ...(required && place !== 'path' ? [{ constraint: 'required', value: undefined }] : []),
    ...breaksOfSchema(schema),
    ...(items
      ? breaksOfSchema(items).map((broken) => ({ ...broken, constraint: `items/${broken.constraint}` }))
      : []),
  ];
  // An empty segment is another path, not a broken parameter.
  return breaks.filter(({ value }) => !(place === 'path' && value === ''));
}

import { describe, expect, test } from 'vitest';
import { createAjv } from '../src/node/schemas.ts';
import { flatten } from '../src/node/flatten.ts';

type Schemas = Record<string, object>;

/** A document with one operation that answers with the schema named Whole. */
function documentOf(schemas: Schemas): Parameters<typeof flatten>[0] {
  const schema = { $ref: '#/components/schemas/Whole' };
  const content = { 'application/json': { schema, examples: { one: { value: { allOf: 'a word' } } } } };
  return {
    openapi: '3.1.0',
    info: { title: 'One operation', version: '1.0.0' },
    paths: {
      '/things': {
        get: {
          operationId: 'getThings',
          security: [],
          responses: { '200': { description: 'A thing.', content } },
        },
      },
    },
    components: { schemas },
  };
}

const pieces: Schemas = {
  Whole: {
    description: 'The whole.',
    required: ['secret'],
    allOf: [{ $ref: '#/components/schemas/Named' }, { $ref: '#/components/schemas/Secret' }],
    propertyNames: { not: { enum: ['other'] } },
  },
  Named: {
    description: 'A piece.',
    allOf: [{ type: 'object', required: ['id'], properties: { id: { type: 'string' } } }],
    properties: { note: { type: ['string', 'null'] }, label: { $ref: '#/components/schemas/Label' } },
  },
  Secret: { type: 'object', properties: { secret: { type: 'string' } } },
  Label: { type: 'string', maxLength: 3 },
};

const schemasOf = async (schemas: Schemas): Promise<Record<string, Record<string, unknown>>> => {
  const flat = (await flatten(documentOf(schemas))) as { components: { schemas: never } };
  return flat.components.schemas;
};

test('the pieces become one schema with the words of the whole, and what nothing refers to is left out', async () => {
  const { Whole, ...others } = await schemasOf(pieces);
  expect(Object.keys(others)).toEqual(['Label']);
  expect(Whole).toMatchObject({
    type: 'object',
    description: 'The whole.',
    required: ['id', 'secret'],
    propertyNames: { not: { enum: ['other'] } },
  });
  expect(Whole?.['properties']).toEqual({
    id: { type: 'string' },
    note: { type: ['string', 'null'] },
    label: { $ref: '#/components/schemas/Label' },
    secret: { type: 'string' },
  });
});

test('the flat schema accepts and refuses the same values', async () => {
  const ajv = createAjv();
  const flat = await flatten(documentOf(pieces));
  const [before, after] = [documentOf(pieces), flat].map((document, index) => {
    ajv.addSchema({ ...document, $id: `document-${index}` });
    return ajv.compile({ $ref: `document-${index}#/components/schemas/Whole` });
  });
  const whole = { id: 'a', note: null, label: 'abc', secret: 's' };
  const values = [
    whole,
    { id: 'a', secret: 's' },
    { ...whole, unknown: 1 },
    { ...whole, id: undefined },
    { ...whole, secret: 7 },
    { ...whole, note: 7 },
    { ...whole, label: 'abcd' },
    { ...whole, other: 1 },
    { note: null },
    'text',
  ];
  const verdicts = values.map((value) => [before?.(value), after?.(value)]);
  expect(verdicts.filter(([one, other]) => one !== other)).toEqual([]);
  expect(verdicts.filter(([valid]) => valid)).toHaveLength(3);
});

test('nothing but the schemas changes: examples and an empty security stay', async () => {
  const { paths } = documentOf(pieces) as { paths: object };
  expect(((await flatten(documentOf(pieces))) as { paths: object }).paths).toEqual(paths);
});

describe('a document that cannot be flattened fails with the place', () => {
  test.each<[string, Schemas, string]>([
    [
      'pieces that contradict each other',
      { Whole: { allOf: [{ type: 'string' }, { type: 'integer' }] } },
      'The schemas at #/components/schemas/Whole contradict each other',
    ],
    [
      'a piece that does not exist',
      { Whole: { allOf: [{ $ref: '#/components/schemas/Nobody' }] } },
      'refer to #/components/schemas/Nobody, which is not there',
    ],
  ])('%s', async (_title, schemas, sentence) => {
    await expect(flatten(documentOf(schemas))).rejects.toThrow(sentence);
  });
});

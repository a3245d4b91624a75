import type { Schema } from '@docspace-oauth/openapi';

const text = { type: 'string', minLength: 1 };
const count = { type: 'integer', minimum: 0 };
const texts = { type: 'object', additionalProperties: { type: 'string' } };
const yes = { const: true };

function closed(properties: Record<string, unknown>, required: readonly string[] = []): Schema {
  return { type: 'object', additionalProperties: false, properties, required };
}

const needs = closed({
  clients: count,
  exactly: count,
  client: { enum: ['without-description', 'without-urls', 'disabled', 'private'] },
  tied: yes,
  anotherOwner: yes,
});

const mock = closed({
  scenario: text,
  clients: count,
  store: { enum: ['sql', 'saas'] },
  cache: { enum: ['off', 'null-text'] },
});

const request = closed({
  sender: {
    enum: ['key', 'guest', 'none', 'invalid', 'user', 'other-user', 'expired', 'restricted', 'limited'],
  },
  path: { type: 'string', pattern: '^/' },
  params: texts,
  query: {
    type: 'object',
    additionalProperties: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
  },
  headers: texts,
});

const assertion = {
  ...closed({
    at: { type: 'string', pattern: '^(/|$)' },
    equals: {},
    oneOf: { type: 'array', minItems: 1 },
    absent: yes,
    type: { enum: ['string', 'null', 'array', 'object', 'integer', 'boolean'] },
    matches: { type: 'string', format: 'regex' },
    atMost: count,
    count,
    sameAs: { type: 'string', pattern: '^/' },
    descending: text,
    fields: { type: 'array', items: text, minItems: 1 },
    noSecret: yes,
  }),
  minProperties: 1,
};

const expectation = closed({
  status: {
    anyOf: [
      { type: 'integer', minimum: 100, maximum: 599 },
      { type: 'array', items: { type: 'integer', minimum: 100, maximum: 599 }, minItems: 1 },
    ],
  },
  empty: { type: 'boolean' },
  headers: {
    type: 'object',
    propertyNames: { pattern: '^[a-z][a-z0-9-]*$' },
    additionalProperties: {
      anyOf: [
        { enum: ['present', 'absent'] },
        closed({ matches: { type: 'string', format: 'regex' } }, ['matches']),
      ],
    },
  },
  body: { type: 'array', items: assertion, minItems: 1 },
});

const oneCase = {
  ...closed(
    {
      id: { type: 'string', pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' },
      title: text,
      needs,
      mock,
      onlyOn: closed(
        {
          servers: {
            type: 'array',
            items: { enum: ['mock', 'prism', 'live'] },
            minItems: 1,
            uniqueItems: true,
          },
          because: text,
        },
        ['servers', 'because'],
      ),
      stateless: yes,
      request,
      expect: expectation,
      prefer: closed({ status: count, examples: { type: 'array', items: text, minItems: 1 } }, ['status']),
      procedure: text,
    },
    ['id', 'title'],
  ),
  // Nothing passes by asserting nothing.
  oneOf: [{ required: ['expect'] }, { required: ['prefer'] }, { required: ['procedure'] }],
};

/** The shape of a file of cases. */
export const caseFileSchema: Schema = closed(
  {
    dialect: { enum: ['guide', 'portal'] },
    operation: text,
    cases: { type: 'array', items: oneCase, minItems: 1 },
  },
  ['dialect', 'operation', 'cases'],
);

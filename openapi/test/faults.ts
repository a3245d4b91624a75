type Json = Record<string, unknown>;

/** A small contract that breaks no rule, by file. */
function faultless() {
  return {
    'root.yaml': {
      openapi: '3.1.0',
      info: {
        title: 'One operation',
        version: '1.0.0',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: 'https://portal.onlyoffice.com' }],
      tags: [{ name: 'things', description: 'Things.' }],
      paths: { '/things': { $ref: 'getThings.yaml' } as Json },
      components: { securitySchemes: { apiKey: { type: 'http', scheme: 'bearer' } } } as Json,
    },
    'getThings.yaml': {
      get: {
        operationId: 'getThings',
        tags: ['things'],
        summary: 'List the things',
        description: 'See https://api.onlyoffice.com/docspace/api-backend/usage-api/get-things',
        security: [{ apiKey: [] }],
        responses: {
          '200': {
            description: 'The things.',
            content: {
              'application/json': {
                schema: { type: 'array', items: { type: 'string' } } as Json,
                examples: { several: { value: ['a', 'b'] } } as Json,
              },
            },
          },
          '401': { description: 'No key.' },
          '403': { description: 'Not yours.' },
          '429': { description: 'Too fast.' },
        },
      },
    },
  };
}

export type Contract = ReturnType<typeof faultless>;

export interface Fault {
  /** The one rule that the fault breaks. */
  rule: string;
  files: Record<string, Json>;
}

function fault(rule: string, spoil: (contract: Contract) => void): Fault {
  const contract = faultless();
  spoil(contract);
  return { rule, files: contract };
}

type Operation = Contract['getThings.yaml']['get'];
const inOperation = (rule: string, spoil: (operation: Operation) => void): Fault =>
  fault(rule, (contract) => spoil(contract['getThings.yaml'].get));

const without = (rule: string, field: keyof Operation): Fault =>
  inOperation(rule, (operation) => Reflect.deleteProperty(operation, field));

const withoutStatus = (status: '401' | '403' | '429'): Fault =>
  inOperation('docspace/authenticated-responses', ({ responses }) =>
    Reflect.deleteProperty(responses, status),
  );

const inBody = (
  rule: string,
  spoil: (body: Operation['responses']['200']['content']['application/json']) => void,
): Fault => inOperation(rule, ({ responses }) => spoil(responses['200'].content['application/json']));

/** Adds schemas to the components; gives what a reference to one is, and the body to refer from. */
function inComponents(
  contract: Contract,
  schemas: Record<string, Json>,
): { schemas: (name: string) => string; bodyOf: { schema: Json; examples: Json } } {
  contract['root.yaml'].components['schemas'] = schemas;
  const bodyOf = contract['getThings.yaml'].get.responses['200'].content['application/json'];
  return { schemas: (name) => `root.yaml#/components/schemas/${name}`, bodyOf };
}

/** What lint says nothing about: proof that each fault below is what is found. */
export const noFault: Fault = fault('', () => {});

/** By name, one contract for each way to break a rule. */
export const faults: Record<string, Fault> = {
  'without-operation-id': without('operation-operationId', 'operationId'),
  'without-tags': without('rule/complete-operation', 'tags'),
  'without-summary': without('operation-summary', 'summary'),
  'without-description': without('rule/complete-operation', 'description'),
  'without-security': fault('rule/complete-operation', (contract) => {
    Reflect.deleteProperty(contract['getThings.yaml'].get, 'security');
    Object.assign(contract['root.yaml'], { security: [{ apiKey: [] }] });
  }),
  'without-link': inOperation('rule/links-official-reference', (operation) => {
    operation.description = 'All of the things.';
  }),
  'without-401': withoutStatus('401'),
  'without-403': withoutStatus('403'),
  'without-429': withoutStatus('429'),
  'without-example': inBody('docspace/media-type-examples', (body) =>
    Reflect.deleteProperty(body, 'examples'),
  ),
  'with-example-of-no-name': inBody('docspace/example-slugs', (body) => {
    body.examples = { 'Several things': { value: ['a'] } };
  }),
  'in-another-file': fault('docspace/operation-file-name', (contract) => {
    contract['getThings.yaml'].get.operationId = 'getOtherThings';
  }),
  'with-dangling-example': inBody('docspace/inline-example-refs', (body) => {
    body.examples = { several: { value: [{ $ref: 'getThings.yaml#/get/nothing' }] } };
    body.schema = { type: 'array', items: {} };
  }),
  'with-wrong-example': inBody('no-invalid-media-type-examples', (body) => {
    body.examples = { several: { value: [1] } };
  }),
  'with-inheritance': inBody('rule/no-inheritance', (body) => {
    body.schema = { allOf: [{ type: 'array', items: { type: 'string' } }, { maxItems: 9 }] };
  }),
  'with-constant': inBody('rule/no-constants', (body) => {
    body.schema = { type: 'array', items: { type: 'string', const: 'a' } };
    body.examples = { several: { value: ['a'] } };
  }),
  'with-unnamed-union': inBody('docspace/named-unions', (body) => {
    body.schema = { type: 'array', items: { oneOf: [{ type: 'string' }, { type: 'integer' }] } };
  }),
  'with-union-of-no-name': fault('docspace/named-unions', (contract) => {
    const { schemas, bodyOf } = inComponents(contract, {
      ThingNames: { type: 'array', items: { type: 'string' } },
      ThingNumbers: { type: 'array', items: { type: 'integer' } },
    });
    bodyOf.schema = { oneOf: [{ $ref: schemas('ThingNames') }, { $ref: schemas('ThingNumbers') }] };
  }),
  'with-any-of': inBody('docspace/named-unions', (body) => {
    body.schema = { type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'integer' }] } };
  }),
  'with-cursor-as-date': inBody('docspace/verbatim-cursors', (body) => {
    body.schema = {
      type: 'object',
      properties: { last_created_on: { type: 'string', format: 'date-time' } },
    };
    body.examples = { one: { value: { last_created_on: '2026-05-18T09:42:17Z' } } };
  }),
  'with-cursor-parameter-as-date': inOperation('docspace/verbatim-cursors', (operation) => {
    const schema = { type: 'string', format: 'date-time' };
    Object.assign(operation, {
      parameters: [{ name: 'last_created_on', in: 'query', description: 'A cursor.', schema }],
    });
  }),
  'with-one-name-twice': fault('docspace/component-names', (contract) => {
    const { schemas, bodyOf } = inComponents(contract, {
      thing_list: { type: 'array', items: { $ref: '#/components/schemas/ThingList' } },
      ThingList: { type: 'string' },
    });
    bodyOf.schema = { $ref: schemas('thing_list') };
  }),
  'with-name-of-another-kind': fault('docspace/component-names', (contract) => {
    const { schemas, bodyOf } = inComponents(contract, {
      several: { type: 'array', items: { type: 'string' } },
    });
    bodyOf.schema = { $ref: schemas('several') };
    contract['root.yaml'].components['examples'] = { Several: { value: ['a'] } };
    bodyOf.examples = { several: { $ref: 'root.yaml#/components/examples/Several' } };
  }),
  'with-reserved-name': fault('docspace/component-names', (contract) => {
    const { schemas, bodyOf } = inComponents(contract, {
      Client: { type: 'array', items: { type: 'string' } },
    });
    bodyOf.schema = { $ref: schemas('Client') };
  }),
  'with-unused-component': fault('no-unused-components', (contract) => {
    contract['root.yaml'].components['schemas'] = { Nothing: { type: 'string' } };
  }),
};

import { ourContract } from './our-contract.ts';

/** As long as the one that the vendor publishes. */
export const vendorsLength = 3_700_000;

/** A document of that length at least, of which our five operations are a part; its schemas lead to each other without end. */
export async function largeDocument(): Promise<object> {
  const ours = await ourContract();
  const count = 2600;
  const record = (index: number): object => ({
    type: 'object',
    required: ['property_1'],
    properties: Object.fromEntries(
      Array.from({ length: 14 }, (_, property) => [
        `property_${property}`,
        property % 5 === 0
          ? { $ref: `#/components/schemas/Record${(index * 7 + property) % count}` }
          : { type: ['string', 'null'], description: `The property number ${property} of a record` },
      ]),
    ),
  });
  const operation = (index: number): object => ({
    get: {
      operationId: `getThing${index}`,
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      responses: {
        '200': {
          description: 'One thing.',
          content: { 'application/json': { schema: { $ref: `#/components/schemas/Record${index}` } } },
        },
      },
    },
  });
  const many = Array.from({ length: count }, (_, index) => index);
  const components = ours['components'] as { schemas: object };
  return {
    ...ours,
    openapi: '3.1.1',
    paths: {
      ...Object.fromEntries(many.map((index) => [`/api/2.0/things${index}/{id}`, operation(index)])),
      ...ours.paths,
    },
    components: {
      ...components,
      schemas: {
        ...components.schemas,
        ...Object.fromEntries(many.map((index) => [`Record${index}`, record(index)])),
      },
    },
  };
}

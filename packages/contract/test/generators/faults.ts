import type { Dialect, OpenApiDocument } from '@docspace-oauth/openapi';
import { readDocument } from '@docspace-oauth/openapi/node';
import type { GeneratorName } from './sandbox.ts';

/** A mistake in the contract that a generator passes on to its users. */
export interface Fault {
  readonly title: string;
  readonly dialect: Dialect;
  readonly schema: string;
  readonly property: string;
  /** What is planted, made of what the contract says. */
  plant(property: object): object;
}

/** Faults that change the generated types, each with the generator that is tried and what the compiler says then. */
export const typeFaults: (Fault & { generator: GeneratorName; message: RegExp })[] = [
  {
    title: 'a field that is no longer null',
    dialect: 'guide',
    schema: 'PublicClientInfo',
    property: 'description',
    plant: (property) => ({ ...property, type: 'string' }),
    generator: 'openapi-typescript',
    message: /HasNulls<.* does not satisfy the constraint 'true'/u,
  },
  {
    title: 'an envelope of unknown content',
    dialect: 'guide',
    schema: 'ClientEnvelope',
    property: 'response',
    plant: () => ({}),
    generator: 'hey-api',
    message: /'ClientEnvelope' is not assignable to type 'Body<Client>'/u,
  },
  {
    title: 'a cursor with the format of a date',
    dialect: 'portal',
    schema: 'ClientPage',
    property: 'last_created_on',
    plant: (property) => ({ ...property, format: 'date-time' }),
    generator: 'orval',
    message: /'last_created_on' are incompatible.\s+Type 'Date \| null' is not assignable/u,
  },
  {
    title: 'a null that is inherited through allOf',
    dialect: 'portal',
    schema: 'ClientInfo',
    property: 'logo',
    plant: (property) => ({ allOf: [{ type: 'string' }, property] }),
    generator: 'redocly',
    message: /HasNulls<.* does not satisfy the constraint 'true'/u,
  },
];

/** Invisible to the types: only a generated schema refuses the body. */
export const valueFault: Fault = {
  title: 'a bound that the names of clients exceed',
  dialect: 'guide',
  schema: 'OAuthClient',
  property: 'name',
  plant: (property) => ({ ...property, maxLength: 3 }),
};

export async function plantedDocuments(fault: Fault): Promise<Record<Dialect, OpenApiDocument>> {
  const documents = { guide: await readDocument('guide'), portal: await readDocument('portal') };
  const properties = documents[fault.dialect].components?.schemas?.[fault.schema]?.['properties'] as
    | Record<string, object>
    | undefined;
  const property = properties?.[fault.property];
  if (!properties || !property) throw new Error(`The contract has no ${fault.schema}.${fault.property}.`);
  properties[fault.property] = fault.plant(property);
  return documents;
}

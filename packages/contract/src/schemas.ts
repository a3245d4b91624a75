import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Dialect } from '@docspace-oauth/mock';
import type { Document } from './document.ts';

/** Says what is wrong with a body by the schema at a pointer of a document; undefined when nothing is. */
export type SchemaCheck = (schema: string, body: unknown) => string | undefined;

/** Ajv on the bundle itself: a second opinion beside Prism's. */
export function createSchemaCheck(dialect: Dialect, document: Document): SchemaCheck {
  // An OpenAPI document is no schema, only a place that schemas stand in: its own keywords are not Ajv's business.
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false });
  addFormats.default(ajv);
  ajv.addFormat('int64', { type: 'number', validate: Number.isSafeInteger });
  const id = `https://contract.invalid/${dialect}.json`;
  ajv.addSchema({ ...document, $id: id });
  return (schema, body) => {
    const validate = ajv.getSchema(`${id}#${encodeURI(schema)}`);
    if (!validate) throw new Error(`There is no schema at ${schema}.`);
    return validate(body) ? undefined : ajv.errorsText(validate.errors, { separator: '\n' });
  };
}

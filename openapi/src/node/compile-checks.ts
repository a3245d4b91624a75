import type { Ajv2020 } from 'ajv/dist/2020.js';
import type { CompiledSchemas, ContractChecks, TextValidate, Validate } from '../checks.ts';
import { createChecks } from '../checks.ts';
import type { OpenApiDocument } from '../document.ts';
import { createAjv, schemaPlaces } from './schemas.ts';

const id = 'https://contract.invalid/document.json';

/** Checks for any document, each schema compiled by Ajv when it is first used. */
export function compileChecks(document: OpenApiDocument): ContractChecks {
  const ajv = createAjv({ allErrors: true });
  ajv.addSchema({ ...document, $id: id });
  const tables = {
    bodies: {} as Record<string, Validate>,
    headers: {} as Record<string, TextValidate>,
    parameters: {} as Record<string, TextValidate>,
  } satisfies CompiledSchemas;
  for (const { kind, key, pointer, type } of schemaPlaces(document)) {
    const validate = lazily(ajv, pointer);
    if (kind === 'bodies') tables.bodies[key] = validate;
    else tables[kind][key] = { validate, type };
  }
  return createChecks(tables);
}

/** A validate function that is compiled by its first call. */
function lazily(ajv: Ajv2020, pointer: string): Validate {
  const check: Validate = (value) => {
    const validate = ajv.getSchema(`${id}#${encodeURI(pointer)}`);
    if (!validate) throw new RangeError(`There is no schema at ${pointer}.`);
    const valid = validate(value) === true;
    check.errors = validate.errors;
    return valid;
  };
  return check;
}

import type { ErrorObject } from 'ajv/dist/2020.js';

import { toPointer } from './contract.ts';

export interface Finding {
  /** A JSON pointer into `{path, query}` of a request or `{status, headers, body}` of an answer. */
  readonly pointer: string;
  readonly message: string;
}

/** Ajv's words hold parts of the schema, never of the data. */
export function findings(errors: readonly ErrorObject[]): Finding[] {
  return errors.flatMap(({ keyword, instancePath, params, message = 'is invalid', propertyName }) => {
    // The error of the name itself says more than this one about the object.
    if (keyword === 'propertyNames') return [];
    if (propertyName !== undefined) {
      return [{ pointer: instancePath + toPointer(propertyName), message: 'must not be there' }];
    }
    const { missingProperty, additionalProperty } = params as Readonly<Record<string, string | undefined>>;
    if (missingProperty !== undefined) {
      return [{ pointer: instancePath + toPointer(missingProperty), message: 'is missing' }];
    }
    if (additionalProperty !== undefined) {
      // A name that a caller made up: shown only where it can be neither a key nor a control sequence.
      const name = /^[a-z]\w{0,31}$/iu.test(additionalProperty) ? additionalProperty : '(not shown)';
      return [
        { pointer: instancePath + toPointer(name), message: 'is not in the contract and was not forwarded' },
      ];
    }
    return [{ pointer: instancePath, message }];
  });
}

export function below(parent: string, found: readonly Finding[]): Finding[] {
  return found.map(({ pointer, message }) => ({ pointer: parent + pointer, message }));
}

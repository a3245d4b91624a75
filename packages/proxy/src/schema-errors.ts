import { toPointer, type SchemaError } from '@docspace-oauth/openapi';

/** One departure from the contract, in words that can be logged. */
export interface Departure {
  /** A JSON pointer into `{path, query}` of a request or `{status, headers, body}` of a response. */
  readonly pointer: string;
  readonly message: string;
}

/** Schema errors beneath a place. Their words are those of the schema: the data is never quoted. */
export function departures(parent: string, errors: readonly SchemaError[]): Departure[] {
  return errors.flatMap(({ keyword, pointer, params, message, propertyName }) => {
    const place = parent + pointer;
    // The error about the name itself says more than this one about the object.
    if (keyword === 'propertyNames') return [];
    if (propertyName !== undefined) {
      return [{ pointer: place + toPointer(propertyName), message: 'must not be there' }];
    }
    const { missingProperty } = params;
    if (typeof missingProperty === 'string') {
      return [{ pointer: place + toPointer(missingProperty), message: 'is missing' }];
    }
    return [{ pointer: place, message }];
  });
}

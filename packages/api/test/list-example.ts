import type { Example, OpenApiDocument } from '@docspace-oauth/openapi';
import { resolve } from '@docspace-oauth/openapi';
import guide from '@docspace-oauth/openapi/guide.json' with { type: 'json' };

/** The body of a list in the guide's dialect. */
export interface ListBody {
  response: Record<string, unknown>[];
}

/** A copy of the contract's own example of a list with several clients. */
export function listExample(): ListBody {
  const document = guide as OpenApiDocument;
  const { examples } = guide.paths['/api/2.0/clients'].get.responses['200'].content['application/json'];
  return structuredClone(resolve<Example>(document, examples.several).value) as ListBody;
}

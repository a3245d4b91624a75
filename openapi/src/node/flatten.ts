import type { JsonObject } from 'openapi-format';
import { buildTool } from './build-tool.ts';
import { ContractError } from './contract-error.ts';

/** The kinds of components that nothing may refer to any more once the schemas are merged. */
const unusedComponents = ['schemas', 'parameters', 'examples', 'headers', 'responses'] as const;

/**
 * A document without `allOf`: each becomes one schema that says the same, and the pieces that nothing else refers to are
 * left out. Many code generators lose what a schema inherits, such as a field that may be null.
 */
export async function flatten(document: JsonObject): Promise<JsonObject> {
  const { merge } = await buildTool(() => import('allof-merge'));
  const { openapiFilter } = await buildTool(() => import('openapi-format'));
  const fail = (what: string, path: readonly (string | number | symbol)[]): never => {
    throw new ContractError(`The schemas at #/${path.map(String).join('/')} ${what}.`);
  };
  const merged = merge(document, {
    source: document,
    onMergeError: (_message, path) => fail('contradict each other, so allOf cannot join them', path),
    onRefResolveError: (_message, path, reference) => fail(`refer to ${reference}, which is not there`, path),
  }) as JsonObject;
  const filtered = await openapiFilter(merged, {
    filterSet: { unusedComponents: [...unusedComponents] },
    sort: false,
  });
  return filtered.data as JsonObject;
}

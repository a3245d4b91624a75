import { isObject, listOf, objectOf, textOf, type Json, type JsonObject } from './json.ts';

/** What the store needs to know of an OpenAPI document, with every `$ref` on the way followed. */
export interface Contract {
  readonly operations: ReadonlyMap<string, Operation>;
}

export interface Operation {
  readonly id: string;
  /** With its templates, such as `/clients/{id}`. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Whether it takes a credential at all. */
  readonly secured: boolean;
  readonly responses: ReadonlyMap<number, DeclaredResponse>;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly description: string;
  readonly schema: JsonObject;
}

export interface DeclaredResponse {
  /** Header names with their examples. */
  readonly headers: ReadonlyMap<string, Json>;
  readonly examples: readonly Example[];
}

export interface Example {
  readonly slug: string;
  readonly mediaType: string;
  readonly value: Json;
}

export function readContract(document: JsonObject): Contract {
  const follow = (node: Json | undefined): JsonObject => resolve(document, node);
  const operations = new Map<string, Operation>();
  for (const [path, item] of Object.entries(objectOf(document['paths']))) {
    const get = objectOf(follow(item)['get']);
    const id = get['operationId'];
    if (typeof id !== 'string') continue;
    operations.set(id, {
      id,
      path,
      parameters: listOf(get['parameters']).flatMap((node) => readParameter(follow(node))),
      secured: listOf(get['security'] ?? document['security']).length > 0,
      responses: new Map(
        Object.entries(objectOf(get['responses'])).map(([status, node]) => [
          Number(status),
          readResponse(follow(node), follow),
        ]),
      ),
    });
  }
  return { operations };
}

function readParameter(node: JsonObject): Parameter[] {
  const { name, in: place, required, description, schema } = node;
  if (typeof name !== 'string' || (place !== 'path' && place !== 'query')) return [];
  return [
    {
      name,
      in: place,
      required: required === true,
      description: textOf(description),
      schema: objectOf(schema),
    },
  ];
}

function readResponse(node: JsonObject, follow: (node: Json | undefined) => JsonObject): DeclaredResponse {
  const headers = Object.entries(objectOf(node['headers'])).map(
    ([name, header]) => [name, follow(header)['example'] ?? null] as const,
  );
  const examples = Object.entries(objectOf(node['content'])).flatMap(([mediaType, content]) =>
    Object.entries(objectOf(objectOf(content)['examples'])).map(([slug, example]) => ({
      slug,
      mediaType,
      value: follow(example)['value'] ?? null,
    })),
  );
  return { headers: new Map(headers), examples };
}

function resolve(document: JsonObject, node: Json | undefined): JsonObject {
  const found = objectOf(node);
  const reference = found['$ref'];
  if (typeof reference !== 'string') return found;
  let target: Json | undefined = document;
  for (const part of reference.replace(/^#\//u, '').split('/')) {
    const key = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
    target = isObject(target) ? target[key] : undefined;
  }
  return resolve(document, target);
}

import type { JsonObject } from './json.ts';
import { fieldAt, isObject, listAt, objectAt } from './json.ts';
import type { ForeignDocument } from './reference.ts';
import type { Shape } from './shape.ts';
import { shape, valueShape } from './shape.ts';

/** The five operations by their paths, without the prefix and the names of parameters. */
const paths: ReadonlyMap<string, string> = new Map([
  ['/clients', 'getClients'],
  ['/clients/{}', 'getClient'],
  ['/clients/{}/info', 'getClientInfo'],
  ['/clients/{}/public/info', 'getPublicClientInfo'],
  ['/clients/info', 'getClientsInfo'],
]);

export interface FoundOperation {
  /** As the document has it. */
  readonly path: string;
  readonly shape: Shape;
}

/** The five operations of a document that it describes, by our names. The older prefix has precedence. */
export function findOperations(document: ForeignDocument): Map<string, FoundOperation> {
  const found = new Map<string, FoundOperation>();
  const all = Object.keys(objectAt(document.root, 'paths'));
  for (const path of [...all].toSorted((a, b) => Number(isNewer(a)) - Number(isNewer(b)))) {
    const name = paths.get(bare(path));
    if (name === undefined || found.has(name)) continue;
    const item = document.follow(objectAt(document.root, 'paths')[path]);
    const operation = fieldAt(item, 'get');
    if (isObject(operation))
      found.set(name, { path, shape: operationShape(document, path, item, operation) });
  }
  return found;
}

const newer = /^(?:\/api\/2\.0)?\/oauth2(?=\/clients)/u;

function isNewer(path: string): boolean {
  return newer.test(path);
}

function bare(path: string): string {
  return path
    .replace(newer, '')
    .replace(/^\/api\/2\.0/u, '')
    .replaceAll(/\{[^}]*\}/gu, '{}');
}

function operationShape(
  document: ForeignDocument,
  path: string,
  item: JsonObject,
  operation: JsonObject,
): Shape {
  const parameters = [...listAt(item, 'parameters'), ...listAt(operation, 'parameters')].flatMap(
    (parameter) => parameterShape(document, path, document.follow(parameter)),
  );
  const responses = Object.entries(objectAt(operation, 'responses')).map(
    ([status, response]) =>
      [`response ${status.toUpperCase()}`, () => responseShape(document, document.follow(response))] as const,
  );
  return shape({}, [...parameters, ...responses]);
}

/** What OpenAPI says about these three as parameters is to be ignored. */
const described = new Set(['accept', 'content-type', 'authorization']);

function parameterShape(
  document: ForeignDocument,
  path: string,
  parameter: JsonObject,
): (readonly [string, () => Shape])[] {
  const { name, in: place } = parameter;
  if (typeof name !== 'string' || typeof place !== 'string') return [];
  if (place === 'header' && described.has(name.toLowerCase())) return [];
  const [content] = Object.values(objectAt(parameter, 'content'));
  const { facts, parts } = valueShape(document, fieldAt(parameter, 'schema') ?? fieldAt(content, 'schema'));
  // Whether it may be null says nothing of a text in a URL.
  const type = facts.get('type') ?? 'any';
  const required = fieldAt(parameter, 'required') === true ? 'yes' : 'no';
  return [[parameterName(path, name, place), () => shape({ type, required }, parts, true)]];
}

/** A path parameter goes by its position: its name is free. */
function parameterName(path: string, name: string, place: string): string {
  if (place !== 'path') return `${place} parameter ${place === 'header' ? name.toLowerCase() : name}`;
  const position = [...path.matchAll(/\{([^}]*)\}/gu)].findIndex(([, template]) => template === name);
  return position < 0 ? `path parameter ${name}` : `path parameter ${position + 1}`;
}

function responseShape(document: ForeignDocument, response: JsonObject): Shape {
  const bodies = Object.entries(objectAt(response, 'content')).map(
    ([mediaType, media]) =>
      [
        (mediaType.split(';')[0] ?? '').trim().toLowerCase(),
        () => shape({}, [['body', () => valueShape(document, fieldAt(document.follow(media), 'schema'))]]),
      ] as const,
  );
  return shape({}, bodies);
}

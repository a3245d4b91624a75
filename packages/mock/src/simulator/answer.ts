import { Body } from './body.ts';
import type { DeclaredResponse, Example, Operation } from './contract.ts';
import { isObject } from './json.ts';
import type { HeaderList } from './response.ts';

/** A response as the simulator makes it, before a scenario disturbs it. */
export interface Answer {
  readonly status: number;
  readonly headers: HeaderList;
  readonly body: Body | undefined;
  /** The contract says nothing about it, so it is not checked: an answer to another method, a page of a web server. */
  readonly undeclared?: true;
}

const TITLES: Readonly<Record<number, string>> = {
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** A 200 with the headers that the contract gives this operation, or with other values for some of them. */
export function success(operation: Operation, body: Body, headers: HeaderList = []): Answer {
  return declared(200, operation.responses.get(200), body, headers);
}

/** The contract's example of a failure, with the path of this request as its `instance`. */
export function failure(
  operation: Operation,
  status: number,
  slug: string | undefined,
  path: string,
  headers: HeaderList = [],
): Answer {
  const response = operation.responses.get(status);
  if (response === undefined)
    return { ...problem(status, { instance: uriReference(path) }), undeclared: true };
  const example = response.examples.find((known) => known.slug === slug) ?? response.examples[0];
  const body = example && bodyOf(example, withInstance(example, path));
  return { status, headers: withType(body, headers), body };
}

/** A declared response exactly as its example has it. */
export function preferred(status: number, response: DeclaredResponse, example: Example | undefined): Answer {
  return declared(status, response, example && bodyOf(example, example.value), []);
}

/** A problem of the mock's own, or one that the contract does not declare, as a proxy on the way may send it. */
export function problem(
  status: number,
  members: Readonly<Partial<Record<'title' | 'detail' | 'instance', string>>>,
): Answer {
  const body = new Body('application/problem+json', {
    title: TITLES[status] ?? 'Error',
    status,
    ...members,
  });
  return { status, headers: withType(body, []), body };
}

export function withType(body: Body | undefined, headers: HeaderList): HeaderList {
  return body === undefined ? headers : [['content-type', body.mediaType], ...headers];
}

function declared(
  status: number,
  response: DeclaredResponse | undefined,
  body: Body | undefined,
  headers: HeaderList,
): Answer {
  const merged = [...new Map([...(response?.headers ?? []), ...headers])];
  return { status, headers: withType(body, merged), body };
}

/** An example without any text stands for no body at all. */
function bodyOf({ mediaType }: Example, value: Example['value']): Body | undefined {
  return value === '' ? undefined : new Body(mediaType, value);
}

function withInstance({ value }: Example, path: string): Example['value'] {
  return isObject(value) && 'instance' in value ? { ...value, instance: uriReference(path) } : value;
}

/** A path may come with characters that have no place in a URI, such as `|` or a lone `%`. */
function uriReference(path: string): string {
  return path.replaceAll(/%(?![\da-f]{2})|[^\w\-.~:/?#[\]@!$&'()*+,;=%]/giu, (character) =>
    [...new TextEncoder().encode(character)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  );
}

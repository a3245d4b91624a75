import { isDeepStrictEqual } from 'node:util';
import type { ContractOperation, OpenApiDocument } from '@docspace-oauth/openapi';
import { operationsOf, resolve } from '@docspace-oauth/openapi';
import type { Probe } from './probes.ts';

/** What two servers answered to one request, in a few words. */
export interface Difference {
  readonly mock: string;
  readonly prism: string;
}

/** Headers that no contract declares but that clients look at. */
const standardHeaders = ['allow', 'www-authenticate'];
const corsHeaders = [
  'access-control-allow-origin',
  'access-control-allow-methods',
  'access-control-allow-headers',
];

/** A response that has been read. */
interface Summary {
  /** Status, media type and the name of the example that the body is. */
  readonly text: string;
  /** The path in a problem. */
  readonly instance: unknown;
  readonly headers: Headers;
}

/** Compares two responses to a request: status, media type, body, and the headers that matter. Undefined: no difference. */
export function createComparison(
  document: OpenApiDocument,
): (probe: Probe, mock: Response, prism: Response) => Promise<Difference | undefined> {
  const operations = new Map(operationsOf(document).map((operation) => [operation.operationId, operation]));
  return async ({ operationId = '', target, headers }, mockResponse, prismResponse) => {
    const operation = operations.get(operationId);
    const mock = await summaryOf(document, operation, mockResponse);
    const prism = await summaryOf(document, operation, prismResponse);
    if (mock.text !== prism.text) return { mock: mock.text, prism: prism.text };
    if (mock.instance !== prism.instance) {
      const path = target.split('?')[0];
      const instance = (summary: Summary): string =>
        `instance: the path of the ${summary.instance === path ? 'request' : 'example'}`;
      return { mock: instance(mock), prism: instance(prism) };
    }
    const declared = Object.keys(operation?.responses.get(mockResponse.status)?.headers ?? {});
    const names = [...declared, ...standardHeaders, ...('origin' in headers ? corsHeaders : [])];
    const different = names.filter((name) => mock.headers.get(name) !== prism.headers.get(name));
    // Each names violations in its own words, so only the presence of the header is compared.
    if (mock.headers.has('sl-violations') !== prism.headers.has('sl-violations'))
      different.push('sl-violations');
    if (different.length === 0) return undefined;
    const list = (summary: Summary): string =>
      different.map((name) => `${name}: ${summary.headers.get(name) ?? 'none'}`).join('; ');
    return { mock: list(mock), prism: list(prism) };
  };
}

async function summaryOf(
  document: OpenApiDocument,
  operation: ContractOperation | undefined,
  response: Response,
): Promise<Summary> {
  const { status, headers } = response;
  const type = headers.get('content-type')?.split(';')[0];
  const text = await response.text();
  const name = (body: string): string =>
    [status, type?.replace('application/', ''), body].filter((word) => word !== undefined).join(' ');
  if (text === '') return { text: name('without a body'), instance: undefined, headers };
  const body: unknown = type?.endsWith('json') ? JSON.parse(text) : text;
  const instance = typeof body === 'object' && body && 'instance' in body ? body.instance : undefined;
  const example = exampleOf(document, operation, status, body);
  return { text: name(example ?? 'another body'), instance, headers };
}

/** The name of the declared example that a body is, apart from the path in a problem. */
function exampleOf(
  document: OpenApiDocument,
  operation: ContractOperation | undefined,
  status: number,
  body: unknown,
): string | undefined {
  const { content = {} } = operation?.responses.get(status) ?? {};
  const examples = Object.values(content).flatMap((media) => Object.entries(media.examples));
  return examples.find(([, named]) => {
    const { value } = resolve(document, named);
    return isDeepStrictEqual(withoutInstance(value), withoutInstance(body));
  })?.[0];
}

function withoutInstance(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('instance' in body)) return body;
  return { ...body, instance: undefined };
}

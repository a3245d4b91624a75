import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** A client as the portal's pages have it: the fields of the example, with an id and a date of its own. */
export interface PortalClient {
  client_id: string;
  created_on: string;
}

export interface Fixtures {
  /** The guide's list in its envelope: the bundle's example of several clients. */
  list: object;
  /** One client in its envelope. */
  single: { response: PortalClient & { id: string } };
  /** What the list's example holds. */
  listLength: number;
}

interface Example {
  $ref?: string;
  value?: unknown;
}

interface Media {
  content: { 'application/json': { examples: Record<string, Example> } };
}

interface Bundle {
  paths: Record<string, { get: { responses: { '200': { $ref?: string } } } }>;
}

/** Follows a local reference, if the value is one. */
function resolve(bundle: object, value: { $ref?: string }): unknown {
  const steps = value.$ref?.slice(2).split('/') ?? [];
  return steps.length > 0
    ? steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], bundle)
    : value;
}

/** The contract that the generated clients are made of too. */
export const contractFile: string = fileURLToPath(import.meta.resolve('@docspace-oauth/openapi/guide.json'));

/** The answers of the guide's own examples. */
export async function readFixtures(): Promise<Fixtures> {
  const bundle = JSON.parse(await readFile(contractFile, 'utf8')) as Bundle;
  const example = (path: string, name: string): unknown => {
    const response = resolve(bundle, bundle.paths[path]?.get.responses['200'] ?? {}) as Media;
    const found = resolve(bundle, response.content['application/json'].examples[name] ?? {}) as Example;
    if (found.value === undefined) throw new Error(`The contract has no example ${name} of ${path}.`);
    return found.value;
  };
  const list = example('/api/2.0/clients', 'several') as { response: unknown[] };
  const single = example('/api/2.0/clients/{id}', 'calendar-sync') as Fixtures['single'];
  return { list, single, listLength: list.response.length };
}

/** A portal's clients, newest first: the example's fields, the id and the date counted. */
export function portalClients(count: number, like: Fixtures['single']['response']): PortalClient[] {
  return Array.from({ length: count }, (_, index) => ({
    ...like,
    id: undefined,
    client_id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    created_on: new Date(1_750_000_000_000 - index * 60_000).toISOString(),
  }));
}

import { isDocSpaceError } from '@docspace-oauth/api';
import type { Dialect, OpenApiDocument } from '@docspace-oauth/openapi';
import { operationsOf } from '@docspace-oauth/openapi';
import type { Facts, Row } from './facts.ts';
import { hasTies, idOf, rowsOf } from './facts.ts';
import type { TargetRequest, TargetResponse } from './target.ts';

type Send = (request: TargetRequest) => Promise<TargetResponse>;

/** So many pages are read to learn what a server has; the checks of whole lists read all of it by themselves. */
const pages = 4;
const pageSize = 50;

/**
 * Reads what cases refer to. Whatever a server sends is taken as it is: a wrong body is found by the cases, not here.
 */
export async function discover(dialect: Dialect, document: OpenApiDocument, send: Send): Promise<Facts> {
  const paths = new Map(operationsOf(document).map(({ operationId, path }) => [operationId, path]));
  const ask = (operationId: string, path: string): Promise<TargetResponse> =>
    send({ operationId, path, sender: 'key', headers: {} });
  const list = paths.get('getClients') ?? '';
  const { rows, complete, listed } = await readPages(dialect, (query) =>
    ask('getClients', `${list}${query}`),
  );
  const first = rows.find((row) => !idOf(row).startsWith('feed'));
  // The record with the secret in clear text is another one in each dialect.
  const fullest = dialect === 'guide' ? 'getClientInfo' : 'getClient';
  const path = (paths.get(fullest) ?? '').replace('{id}', encodeURIComponent(first ? idOf(first) : ''));
  const secrets = first && idOf(first) !== '' ? await readSecrets(() => ask(fullest, path)) : [];
  return { rows, complete, listed, own: undefined, another: undefined, secrets };
}

async function readPages(
  dialect: Dialect,
  ask: (query: string) => Promise<TargetResponse>,
): Promise<Pick<Facts, 'rows' | 'complete' | 'listed'>> {
  const rows: Row[] = [];
  let query = dialect === 'guide' ? '' : `?limit=${pageSize}`;
  let listed = false;
  for (let page = 0; page < pages; page += 1) {
    const { status, body } = await ask(query);
    listed ||= status === 200;
    const known = new Set(rows.map(idOf));
    const found = rowsOf(body).filter((row) => !known.has(idOf(row)));
    rows.push(...found);
    const { last_client_id: id, last_created_on: date } = Object(body) as Row;
    if (found.length === 0 || typeof id !== 'string' || typeof date !== 'string') {
      return { rows, complete: true, listed };
    }
    query = `?limit=${pageSize}&last_client_id=${encodeURIComponent(id)}&last_created_on=${encodeURIComponent(date)}`;
  }
  return { rows, complete: false, listed };
}

/** A read that fails here fails in the cases too, which say how. */
async function readSecrets(read: () => Promise<TargetResponse>): Promise<string[]> {
  try {
    return secretsIn((await read()).body);
  } catch (error) {
    if (isDocSpaceError(error) && error.code !== 'aborted') return [];
    throw error;
  }
}

function secretsIn(body: unknown): string[] {
  const inner = (Object(body) as { response?: unknown }).response ?? body;
  const { client_secret: secret } = Object(inner) as Row;
  return typeof secret === 'string' && secret !== '' ? [secret] : [];
}

/** What is known of a server's clients, as it stands in a reason. */
export function describeFacts({ rows, complete }: Facts): string {
  const ties = hasTies(rows) ? ', some with the same date' : '';
  if (!complete) return `there are more than ${countOf(rows.length)}${ties}`;
  return `there ${rows.length === 1 ? 'is' : 'are'} ${countOf(rows.length)}${ties}`;
}

export function countOf(clients: number): string {
  return `${clients} client${clients === 1 ? '' : 's'}`;
}

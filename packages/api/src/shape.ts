import { cursorOf } from './page-query.ts';
import type { Cursor, PublicClientInfo } from './types.ts';

/** The first place of a body that is not of the contract's shape. */
export class ShapeError extends Error {
  readonly pointer: string;
  constructor(pointer: string, expected: string) {
    super(`expected ${expected}`);
    this.pointer = pointer;
  }
}

type Fields = Record<string, unknown>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The guide's reading of an envelope: what stands under `response`, else the body itself. */
function unwrap(body: unknown): [inner: unknown, pointer: string] {
  if (isObject(body) && typeof body['response'] === 'object' && body['response'] !== null) {
    return [body['response'], '/response'];
  }
  return [body, ''];
}

/** A client with `client_id`, which a server of the guide's dialect may send as `id` alone. */
function toClient<T>(value: unknown, list: string, index?: number): T {
  const client = isObject(value) ? value : {};
  client['client_id'] ??= client['id'];
  if (typeof client['client_id'] === 'string') return client as T;
  const pointer = index === undefined ? list : `${list}/${index}`;
  throw client === value
    ? new ShapeError(`${pointer}/client_id`, 'a string')
    : new ShapeError(pointer, 'an object');
}

/** The one client of a body, in an envelope or bare. */
export function readClient<T>(body: unknown): T {
  return toClient(...unwrap(body));
}

/** The clients of a body: an envelope, a bare array, or a portal's page. */
export function readClients<T>(body: unknown): { clients: T[]; next: Cursor | null } {
  const [inner, top] = unwrap(body);
  const page = isObject(inner) && Array.isArray(inner['data']) ? inner : undefined;
  const items = page ? page['data'] : inner;
  const pointer = page ? `${top}/data` : top;
  if (!Array.isArray(items)) throw new ShapeError(pointer, 'an array of clients');
  const clients = items.map((item, index) => toClient<T>(item, pointer, index));
  const next = cursorOf(page ?? {}, (field) => new ShapeError(`${top}/${field}`, 'a string or null'));
  return { clients, next: next.last_client_id || next.last_created_on ? next : null };
}

/** The token in the common envelope of the token endpoint. */
export function readToken(body: unknown): string {
  const token = isObject(body) ? body['response'] : undefined;
  // It becomes a header's value, so a server's line break must not become a second header.
  if (typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token))
    throw new ShapeError('/response', 'a token');
  return token;
}

/** What anyone may see of a client; a wrong name, or a field of the type that is not listed, does not compile. */
const publicFields = {
  client_id: true,
  name: true,
  description: true,
  website_url: true,
  terms_url: true,
  policy_url: true,
  logo: true,
  authentication_methods: true,
  scopes: true,
  created_on: true,
  modified_on: true,
  is_public: true,
} satisfies Record<keyof PublicClientInfo, true>;

/** Only the allowed fields, whatever else the server sends. */
export function toPublic(client: PublicClientInfo): PublicClientInfo {
  return Object.fromEntries(
    Object.entries(client).filter(([field]) => Object.hasOwn(publicFields, field)),
  ) as never;
}

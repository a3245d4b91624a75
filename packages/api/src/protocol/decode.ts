import { isObject } from '../check.ts';
import type { Cursor, PublicClientInfo } from '../types.ts';
import { cursorOf } from './cursor.ts';

/** The first place where a body does not have the shape that the contract describes. */
export class ShapeError extends Error {
  readonly pointer: string;
  constructor(pointer: string, expected: string) {
    super(`expected ${expected}`);
    this.pointer = pointer;
  }
}

/** What an envelope holds under `response`; any other body as it is. */
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

/** The client in a body, with or without an envelope. */
export function decodeClient<T>(body: unknown): T {
  return toClient(...unwrap(body));
}

/** The clients in a body: an envelope, a bare array, or the page of a portal. */
export function decodeClients<T>(body: unknown): { clients: T[]; next: Cursor | null } {
  const [inner, top] = unwrap(body);
  const page = isObject(inner) && Array.isArray(inner['data']) ? inner : undefined;
  const items = page ? page['data'] : inner;
  const pointer = page ? `${top}/data` : top;
  if (!Array.isArray(items)) throw new ShapeError(pointer, 'an array of clients');
  const clients = items.map((item, index) => toClient<T>(item, pointer, index));
  const next = cursorOf(page ?? {}, (field) => new ShapeError(`${top}/${field}`, 'a string or null'));
  return { clients, next: next.last_client_id || next.last_created_on ? next : null };
}

/** The fields that anyone may see. A wrong name here, or a field of the type that is missing here, does not compile. */
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

/** Only the fields that anyone may see, whatever else the server sends. */
export function toPublic(client: PublicClientInfo): PublicClientInfo {
  return Object.fromEntries(
    Object.entries(client).filter(([field]) => Object.hasOwn(publicFields, field)),
  ) as never;
}

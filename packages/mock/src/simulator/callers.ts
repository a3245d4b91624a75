import { createRandom, seedOf } from './random.ts';

/** `closed` is a user to whom the portal has closed its developer tools. */
export type Role = 'admin' | 'user' | 'guest' | 'closed';

/** Who sends a request. */
export interface Caller {
  readonly role: Role;
  readonly userId: string;
  /** How many calls a minute are answered, if this caller has a limit of its own. */
  readonly limit?: number;
}

/** What an API key stands for: a caller, or a key that is refused. */
export type KeyHolder = Caller | 'expired' | 'restricted';

const DEFAULT_LIMIT = 3;

/**
 * The beginning of an API key says whose it is; a key with none of these beginnings is an administrator's. `user-2` is
 * the second owner of the examples, `limited-5` an administrator with five calls a minute.
 */
export function holderOfKey(key: string, owners: readonly string[]): KeyHolder {
  const [kind = '', detail = ''] = key.split('-', 2);
  const number = /^\d+$/u.test(detail) ? Number(detail) : undefined;
  const [firstOwner = unknownUser(key)] = owners;
  switch (kind) {
    case 'user':
      return { role: 'user', userId: number === undefined ? firstOwner : ownerAt(owners, number, key) };
    case 'guest':
    case 'closed':
      return { role: kind, userId: unknownUser(key) };
    case 'expired':
    case 'restricted':
      return kind;
    case 'limited':
      return { role: 'admin', userId: unknownUser(key), limit: number ?? DEFAULT_LIMIT };
    default:
      return { role: 'admin', userId: firstOwner };
  }
}

/** A number beyond the owners stands for a user who owns nothing. */
function ownerAt(owners: readonly string[], number: number, key: string): string {
  return owners[number - 1] ?? unknownUser(key);
}

function unknownUser(key: string): string {
  return createRandom(seedOf(key)).uuid();
}

/** The API key of an `Authorization` header. Its scheme may be written in any case, but not to a portal. */
export function bearerKey(authorization: string | undefined, exact: boolean): string | undefined {
  const form = exact ? /^Bearer (?<key>\S+)$/u : /^bearer +(?<key>\S+)\s*$/iu;
  return form.exec(authorization ?? '')?.groups?.['key'];
}

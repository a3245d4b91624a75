import type { Connection } from './connection.ts';
import { invalidInput } from './error.ts';

// Registered globally, so that the entries work together even if a program has two copies of this package.
const key = Symbol.for('@docspace-oauth/api/connection');

/** Lets the other entries reach the connection: not enumerable, and behind a function that no inspection calls. */
export function attachConnection<T extends object>(docspace: T, connection: Connection): T {
  return Object.defineProperty(docspace, key, { value: () => connection });
}

/** The connection of a DocSpace client; undefined if it is another object. */
export function findConnection(docspace: object): Connection | undefined {
  const getConnection = (Object(docspace) as Record<symbol, unknown>)[key];
  return typeof getConnection === 'function' ? (getConnection as () => Connection)() : undefined;
}

/** The connection of a DocSpace client. */
export function connectionOf(docspace: object): Connection {
  const connection = findConnection(docspace);
  if (connection) return connection;
  throw invalidInput(
    'The argument is not a DocSpace client.',
    'Pass the object that createDocSpaceClient returned, not a copy of it.',
  );
}

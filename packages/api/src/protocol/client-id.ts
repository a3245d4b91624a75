import { invalidInput } from '../error.ts';
import type { Reply } from '../reply.ts';

/** Where a caller gets ids from. */
export const idHint = 'Take client_id of an item of getClients().';

/** What a portal's firewall refuses in a path, with the same empty 403 as a token that has expired. */
const refused = /[;%]|\.\.|\/\//;

/** What no id can look like, because the request would go elsewhere. */
const faults: [RegExp, string][] = [
  [/^$/, 'is empty'],
  [/^(?:\.\.?|info|public|consents)$/, 'is part of another path'],
  // oxlint-disable-next-line no-control-regex -- the pattern looks for control characters
  [/[\u0000-\u0020\u007f-\u00a0\u2028\u2029/\\]/, 'has a slash, white space or a control character'],
  [/^.{257}/, 'has more than 256 characters'],
  [/\p{Surrogate}/u, 'is not well-formed Unicode'],
  [refused, 'has a ; or a % or .., which portals refuse'],
];

/** Whether a server refuses every request for this id. */
export function isRefusedId(id: string): boolean {
  return refused.test(id);
}

/**
 * Refuses an id that could make the request go anywhere but to the client that was meant. Real ids are lower-case UUIDs,
 * but a server answers 404 to any other id, so nothing more is refused here.
 * @param redact hides secrets in a text: what is given for an id may be an API key
 * @param isOneOfMany whether an id that a server would refuse is no error: there is no such client
 */
export function checkClientId(id: unknown, redact: (text: string) => string, isOneOfMany = false): string {
  if (typeof id !== 'string') {
    throw invalidInput(`A client id is a string, not ${id === null ? 'null' : typeof id}.`, idHint);
  }
  const fault = faults.find(([pattern]) => pattern.test(id));
  if (!fault || (isOneOfMany && isRefusedId(id))) return id;
  throw invalidInput(`The client id ${JSON.stringify(redact(id).slice(0, 40))} ${fault[1]}.`, idHint);
}

/** The id in the case in which ids are compared. A portal finds a UUID in any case, and sends it in lower case. */
export function foldCase(id: string): string {
  // Not toLowerCase: that changes letters outside of ASCII too, and other ids would become the same.
  return id.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Whether portals answer 404 to every read of the client with this id: their web server sends such a path elsewhere. */
export function isOnlyInLists(id: string): boolean {
  return /^feed/i.test(id);
}

/** What to do about the 404 of a single client. */
export function notFoundHint({ url, text, dialect }: Pick<Reply, 'url' | 'text' | 'dialect'>): string {
  return dialect === 'portal' && !text && /\/clients\/feed/i.test(url)
    ? 'The web server of portals does not find a single client whose id begins with feed, although it may exist: use getClientsInfo([id]), which reads lists.'
    : idHint;
}

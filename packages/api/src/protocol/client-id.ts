import { invalidInput } from '../error.ts';

/** Where a caller gets ids from. */
export const idHint = 'Take client_id of an item of getClients().';

/** What no id can look like, because the request would go elsewhere. */
const faults: [RegExp, string][] = [
  [/^$/, 'is empty'],
  [/^(?:\.\.?|info|public)$/, 'is part of another path'],
  // oxlint-disable-next-line no-control-regex -- the pattern looks for control characters
  [/[\u0000-\u0020\u007f-\u00a0\u2028\u2029/\\]/, 'has a slash, white space or a control character'],
  [/^.{257}/, 'has more than 256 characters'],
  [/\p{Surrogate}/u, 'is not well-formed Unicode'],
];

/**
 * Refuses an id that could make the request go anywhere but to the client that was meant. Real ids are lower-case UUIDs,
 * but a server answers 404 to any other id, so nothing more is refused here.
 */
export function checkClientId(id: unknown): string {
  if (typeof id !== 'string') {
    throw invalidInput(`A client id is a string, not ${id === null ? 'null' : typeof id}.`, idHint);
  }
  const fault = faults.find(([pattern]) => pattern.test(id));
  if (fault) throw invalidInput(`The client id ${JSON.stringify(id.slice(0, 40))} ${fault[1]}.`, idHint);
  return id;
}

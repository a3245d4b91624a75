import { invalidInput } from './error.ts';

/** Names that stand where an id would, in the paths of another operation. */
const reserved = new Set(['info', 'public']);
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const unsafe = /[\u0000-\u0020\u007f-\u00a0\u2028\u2029/\\]/;

/**
 * Refuses what could make a request go anywhere but to the client that was meant. Ids are lower-case UUIDs in practice,
 * but a server answers 404 to any other id, so only what no id can be is refused here.
 */
export function checkClientId(id: unknown): string {
  if (typeof id !== 'string') {
    throw invalidInput(`A client id is a string, not ${id === null ? 'null' : typeof id}.`);
  }
  if (id === '') throw invalidInput('The client id is empty.', 'Take client_id of an item of getClients().');
  const why =
    id === '.' || id === '..'
      ? 'is a path segment with a meaning of its own'
      : reserved.has(id)
        ? 'is the path of another operation'
        : unsafe.test(id)
          ? 'has a slash, white space or a control character'
          : id.length > 256
            ? 'is longer than 256 characters'
            : /\p{Surrogate}/u.test(id)
              ? 'is no well-formed Unicode'
              : undefined;
  if (why) {
    throw invalidInput(
      `The client id ${JSON.stringify(id.slice(0, 40))} ${why}.`,
      'Take client_id of an item of getClients().',
    );
  }
  return id;
}

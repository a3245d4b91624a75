import type { Case, ClientKind, Needs } from '../cases/case.ts';
import type { Facts, Row } from '../target/facts.ts';
import { idOf } from '../target/facts.ts';

/** An id that no client has: it is well-formed, and begins like none that a portal's web server takes for itself. */
const unknownId = '00000000-0000-4000-8000-000000000000';

const kinds: Readonly<Record<ClientKind, (row: Row) => boolean>> = {
  'without-description': (row) => row['description'] === null,
  'without-urls': (row) =>
    row['website_url'] === null && row['terms_url'] === null && row['policy_url'] === null,
  disabled: (row) => row['enabled'] === false,
  private: (row) => row['is_public'] === false,
};

/** The client that a case is about. */
export function clientFor({ client }: Needs, { rows }: Facts): Row | undefined {
  // A portal's web server keeps single reads of these ids for itself.
  const readable = rows.filter((row) => idOf(row) !== '' && !idOf(row).startsWith('feed'));
  return client === undefined ? readable[0] : readable.find((row) => kinds[client](row));
}

/** Something that a case refers to is not there: it does not apply to this server. */
export class Unmet extends Error {}

/** The texts of a case that refer to what a server has. */
export function referencesOf({ request, expect }: Case): string[] {
  const values = expect.body.flatMap(({ equals, oneOf = [] }) => [equals, ...oneOf]);
  return [
    ...Object.values(request.params),
    ...Object.values(request.query).flat(),
    ...Object.values(request.headers),
    ...values.filter((value) => typeof value === 'string'),
  ].filter((text) => text.startsWith('$'));
}

/** Whether a text refers to something that there may be. */
export function isReference(text: string): boolean {
  return /^\$(?:unknownId|(?:client|own|another)\.\w+(?:\.upper)?|row\.\d+\.\w+)$/u.test(text);
}

/** The value of a text in a case: what it refers to if it begins with `$`, otherwise the text. */
export function valueOf(text: string, needs: Needs, facts: Facts): unknown {
  if (!text.startsWith('$')) return text;
  const [name, ...path] = text.slice(1).split('.');
  switch (name) {
    case 'unknownId':
      return unknownId;
    case 'client':
      return fieldOf(clientFor(needs, facts), path, 'It needs a client.');
    case 'row': {
      const [index = '0', ...rest] = path;
      return fieldOf(facts.rows[Number(index)], rest, `It needs ${Number(index) + 1} clients.`);
    }
    case 'own':
      return fieldOf(facts.own, path, 'It needs a client of the user who asks.');
    case 'another':
      return fieldOf(facts.another, path, 'It needs a client of another user.');
    default:
      throw new RangeError(`A case refers to ${text}, and there is no such thing.`);
  }
}

function fieldOf(row: Row | undefined, path: readonly string[], reason: string): unknown {
  if (!row) throw new Unmet(reason);
  const [field = '', form] = path;
  const value = field === 'id' ? idOf(row) : row[field];
  return form === 'upper' && typeof value === 'string' ? value.toUpperCase() : value;
}

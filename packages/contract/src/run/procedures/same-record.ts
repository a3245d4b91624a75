import { isDeepStrictEqual } from 'node:util';
import { clean } from '@docspace-oauth/terminal/text';
import type { Row } from '../../target/facts.ts';
import { idOf, rowsOf } from '../../target/facts.ts';
import { unwrap } from '../assertions.ts';
import type { Procedure } from '../procedure.ts';
import { clientFor, Unmet } from '../references.ts';
import { requestOf } from '../request-of.ts';
import type { Violation } from '../violation.ts';

/** So many differences are told. */
const told = 5;

/** What single reads may show otherwise than the list does, on every portal: older data, another form of the secret. */
const mayDiffer = new Set(['client_secret', 'created_on', 'modified_on', 'modified_by']);

/** A single or a bulk read has the client that was asked for, and says of each client what the list says. */
export const sameRecord: Procedure = async ({ case: one, target, operation, signal }) => {
  const { facts } = target;
  const asked = clientFor(one.needs, facts);
  if (!asked) throw new Unmet('It needs a client.');
  const response = await target.send(requestOf(one, operation, facts), signal);
  if (response.status !== 200) {
    const message = `${one.operation} answered ${response.status}; expected 200.`;
    return [{ rule: 'status', message }];
  }
  const rows = rowsOf(response.body);
  const records = rows.length > 0 ? rows : [Object(unwrap(response.body)) as Row];
  const violations: Violation[] = records.some((record) => idOf(record) === idOf(asked))
    ? []
    : [{ rule: 'assertion', message: 'The client that was asked for is not there.' }];
  for (const record of records) {
    const listed = facts.rows.find((row) => idOf(row) === idOf(record));
    const fields = listed ? differences(record, listed) : [];
    violations.push(
      ...fields.map((field): Violation => ({
        rule: 'assertion',
        message: `${field} of the client ${clean(idOf(record))} is not what the list has.`,
      })),
    );
  }
  return violations.slice(0, told);
};

/** The fields of a record that the list has otherwise. */
function differences(record: Row, listed: Row): string[] {
  // A single read may be five minutes old: of a client that was changed since, it says what the list said before.
  if (secondOf(record['modified_on']) !== secondOf(listed['modified_on'])) return [];
  // The list of a portal does not have its twin field.
  const known: Row = { ...listed, public: listed['is_public'] };
  return Object.entries(record)
    .filter(([field, value]) => {
      if (mayDiffer.has(field) || !(field in known)) return false;
      // A portal's cache writes the text "null" where there is none.
      if (known[field] === null && value === 'null') return false;
      return !isDeepStrictEqual(sorted(value), sorted(known[field]));
    })
    .map(([field]) => field);
}

/** Lists of a client are sets, in no order. */
function sorted(value: unknown): unknown {
  return Array.isArray(value) ? value.map(String).toSorted() : value;
}

/** Single reads have more digits of a second than lists. */
function secondOf(date: unknown): string {
  return String(date).slice(0, '2026-01-01T00:00:00'.length);
}

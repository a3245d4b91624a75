import { isDeepStrictEqual } from 'node:util';
import { idOf } from '../../target/facts.ts';
import { unwrap } from '../assertions.ts';
import type { Procedure } from '../procedure.ts';
import { clientFor, Unmet } from '../references.ts';
import { requestOf } from '../request-of.ts';
import type { Violation } from '../violation.ts';

/** What single reads may show otherwise than the list does, on every portal: older data, another form of the secret. */
const mayDiffer = new Set(['client_secret', 'created_on', 'modified_on', 'modified_by']);

/** A single read is about the client that was asked for, and says of it what the list says. */
export const sameRecord: Procedure = async ({ case: one, target, operation, signal }) => {
  const listed = clientFor(one.needs, target.facts);
  if (!listed) throw new Unmet('It needs a client.');
  const response = await target.send(requestOf(one, operation, target.facts), signal);
  if (response.status !== 200) {
    const message = `${one.operation} answered ${response.status}; expected 200.`;
    return [{ rule: 'status', message }];
  }
  const record = Object(unwrap(response.body)) as Record<string, unknown>;
  const violations: Violation[] = [];
  if (idOf(record) !== idOf(listed)) {
    violations.push({ rule: 'assertion', message: 'The record is of another client than was asked for.' });
  }
  // A single read may be five minutes old: of a client that was changed since, it says what the list said before.
  if (secondOf(record['modified_on']) !== secondOf(listed['modified_on'])) return violations;
  for (const [field, value] of Object.entries(record)) {
    if (mayDiffer.has(field) || !(field in listed) || isDeepStrictEqual(sorted(value), sorted(listed[field])))
      continue;
    // A portal's cache writes the text "null" where there is none.
    if (listed[field] === null && value === 'null') continue;
    violations.push({
      rule: 'assertion',
      message: `${field} is not what the list has.`,
      pointer: `/${field}`,
    });
  }
  return violations;
};

/** Lists of a client are sets, in no order. */
function sorted(value: unknown): unknown {
  return Array.isArray(value) ? value.map(String).toSorted() : value;
}

/** Single reads have more digits of a second than lists. */
function secondOf(date: unknown): string {
  return String(date).slice(0, '2026-01-01T00:00:00'.length);
}

import { expect, test } from 'vitest';

import { failureText } from './failure.ts';
import { fieldList } from './field-list.ts';
import { terminalJson } from './json.ts';
import { table } from './table.ts';

const hostile = 'Good\u001B[2J\u001B]0;owned\u0007\r\nBad\u202Eevil\u009B31m\u2028\u0000\uD800';
const record = { name: hostile, [`x${hostile}`]: [hostile, { [hostile]: hostile }] };
// oxlint-disable-next-line no-control-regex -- control characters are what this test is about
const obeyed = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u202A-\u202E\u2066-\u2069]/u;

test.each([
  { what: 'a field list', text: fieldList(record).join('\n') },
  { what: 'a table', text: table([record], ['name']).join('\n') },
  { what: 'JSON', text: terminalJson(record) },
  { what: 'a failure', text: failureText(hostile, hostile) },
])('$what has no character that a terminal obeys', ({ text }) => {
  expect(text).toContain('Good');
  expect(text).not.toMatch(obeyed);
});

test('the line breaks of a value do not make more lines', () => {
  expect(fieldList({ name: hostile })).toHaveLength(1);
  expect(failureText(hostile, hostile).split('\n')).toHaveLength(3);
});

test('JSON parses to the same value', () => {
  expect(JSON.parse(terminalJson(record))).toEqual(record);
});

import { expect, test } from 'vitest';

import { parseKnown } from './parse.ts';

const entry = `- rule: undeclared-field
  subject: mock/drift
  reason: The portal of 3.8 has it.
  expires: 2027-03-31
`;

test('an entry has its place in the file', () => {
  const more = `# Ours\n${entry}- { rule: b, subject: "*", reason: why, expires: "2028-02-29" }\n`;
  expect(parseKnown(more, 'known.yaml')).toEqual([
    {
      rule: 'undeclared-field',
      subject: 'mock/drift',
      reason: 'The portal of 3.8 has it.',
      expires: '2027-03-31',
      line: 2,
      column: 3,
    },
    { rule: 'b', subject: '*', reason: 'why', expires: '2028-02-29', line: 6, column: 3 },
  ]);
});

test.each(['', '\n# nothing is known\n', '---\n', '[]', '\uFEFF# a byte order mark'])(
  '%j holds no entry',
  (text) => {
    expect(parseKnown(text, 'known.yaml')).toEqual([]);
  },
);

test('a number is taken as it is written, and an alias as what it names', () => {
  const text = `- {rule: a, subject: 0x1F, reason: &why once, expires: 2027-01-01}
- {rule: b, subject: 007, reason: *why, expires: 2027-01-01}`;
  expect(parseKnown(text, 'k').map(({ subject, reason }) => [subject, reason])).toEqual([
    ['0x1F', 'once'],
    ['007', 'once'],
  ]);
});

test.each([
  [
    'a syntax error',
    '- rule: [',
    '1:10: Flow sequence in block collection must be sufficiently indented and end with a ].',
  ],
  ['a map', 'rule: a', '1:1: The file must be a list of entries.'],
  ['a text', 'hello', '1:1: The file must be a list of entries.'],
  ['an entry that is a text', '- hello', '1:3: An entry must have a rule, a subject, a reason and expires.'],
  ['an empty entry', '-', '1:2: An entry must have a rule, a subject, a reason and expires.'],
  ['no reason', entry.replace(/  reason.*\n/u, ''), '1:3: The entry has no reason.'],
  ['no expiry', entry.replace(/  expires.*\n/u, ''), '1:3: The entry has no expires.'],
  ['no rule', '- subject: "*"', '1:3: The entry has no rule.'],
  ['an empty reason', entry.replace('The portal of 3.8 has it.', '" "'), '3:11: reason must not be empty.'],
  [
    'a reason without a value',
    entry.replace('The portal of 3.8 has it.', ''),
    '3:11: reason must be a text.',
  ],
  ['a list as a subject', entry.replace('mock/drift', '[a]'), '2:12: subject must be a text.'],
  ['a misspelt field', entry.replace('expires', 'expire'), '4:3: There is no field "expire".'],
  [
    'a day that is none',
    entry.replace('03-31', '02-30'),
    '4:12: expires must be a day of the calendar such as 2027-01-31, not "2027-02-30".',
  ],
  [
    'the 29th of February in another year',
    entry.replace('03-31', '02-29'),
    '4:12: expires must be a day of the calendar such as 2027-01-31, not "2027-02-29".',
  ],
  [
    'a time',
    entry.replace('03-31', '03-31T00:00:00Z'),
    '4:12: expires must be a day of the calendar such as 2027-01-31, not "2027-03-31T00:00:00Z".',
  ],
  [
    'an American date',
    entry.replace('2027-03-31', '03/31/2027'),
    '4:12: expires must be a day of the calendar such as 2027-01-31, not "03/31/2027".',
  ],
  ['the same entry twice', entry + entry, '5:3: The same rule and subject are already on line 1.'],
  ['a field twice', '- rule: a\n  rule: b\n', '2:3: Map keys must be unique.'],
  [
    'two documents',
    `${entry}---\n${entry}`,
    '5:1: Source contains multiple documents; please use YAML.parseAllDocuments().',
  ],
  ['an alias of nothing', entry.replace('The portal of 3.8 has it.', '*no'), '3:11: reason must be a text.'],
])('%s is refused with line and column', (_, text, message) => {
  expect(() => parseKnown(text, 'known.yaml')).toThrow(
    expect.objectContaining({ name: 'UsageError', message: `--known: known.yaml:${message}` }) as Error,
  );
});

test('a refusal tells what an entry has', () => {
  expect(() => parseKnown('a: 1', 'k')).toThrow(
    expect.objectContaining({ hint: expect.stringContaining('YYYY-MM-DD') as string }) as Error,
  );
});

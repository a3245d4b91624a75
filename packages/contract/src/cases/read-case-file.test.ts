import { expect, test } from 'vitest';
import { parseCases } from './read-case-file.ts';

const head = `dialect: guide
operation: getClients
cases:
`;
const usual = `  - id: a-case
    title: The list is there.
    expect: { status: 200 }
`;

test('a case has what is written, its place, and the usual values of the rest', () => {
  const [one, other] = parseCases(
    `${head}${usual}
  - id: another-case
    title: It is refused.
    request: { sender: none }
    expect: { status: [401, 403], empty: true }
`,
    'guide/getClients.yaml',
  );
  expect(one).toMatchObject({
    id: 'a-case',
    dialect: 'guide',
    operation: 'getClients',
    request: { sender: 'key', query: {} },
    expect: { status: [200], body: [] },
    stateless: false,
    place: { file: 'guide/getClients.yaml', line: 4, column: 5 },
  });
  expect(other).toMatchObject({
    request: { sender: 'none' },
    expect: { status: [401, 403], empty: true },
    place: { line: 8, column: 5 },
  });
});

test.each([
  ['no YAML', `${head}  - id: [\n`, /^file\.yaml:5:1: /u],
  ['nothing', '', /^file\.yaml:1:1: the file must be object\./u],
  [
    'an unknown dialect',
    head.replace('guide', 'other') + usual,
    /^file\.yaml:1:1: "dialect" .*guide, portal/u,
  ],
  [
    'an unknown field',
    `${head}${usual}    onlyon: {}\n`,
    /^file\.yaml:7:5: "cases\.0" has an unknown field "onlyon"\./u,
  ],
  [
    'a misspelt field of a request',
    `${head}${usual}    request: { sendr: key }\n`,
    /^file\.yaml:7:16: "cases\.0\.request" has an unknown field "sendr"\./u,
  ],
  [
    'an unknown sender',
    `${head}${usual}    request: { sender: nobody }\n`,
    /^file\.yaml:7:16: .*key, guest, none/u,
  ],
  ['no expectation', `${head}  - id: a-case\n    title: Nothing.\n`, /^file\.yaml:4:5: .*exactly one of/u],
  [
    'two kinds of expectation',
    `${head}${usual}    procedure: every-client\n`,
    /^file\.yaml:4:5: .*exactly one of/u,
  ],
  ['an id in upper case', `${head}${usual.replace('a-case', 'A-Case')}`, /^file\.yaml:4:5: "cases\.0\.id"/u],
  [
    'an expression that is none',
    `${head}${usual.replace('status: 200', "body: [{ at: /a, matches: '(' }]")}`,
    /^file\.yaml:6:\d+: "cases\.0\.expect\.body\.0\.matches"/u,
  ],
  ['an assertion of nothing', `${head}${usual.replace('status: 200', 'body: [{}]')}`, /^file\.yaml:6:\d+: /u],
  ['no cases', head.replace('cases:', 'cases: []'), /^file\.yaml:3:1: "cases"/u],
])('%s is told with line and column', (_, text, message) => {
  expect(() => parseCases(text, 'file.yaml')).toThrow(message);
});

test('a file that grows without end through its aliases is refused', () => {
  const lines = Array.from({ length: 12 }, (_, index) => {
    const before = Array.from({ length: 10 }, () => (index === 0 ? 'x' : `*a${index - 1}`));
    return `a${index}: &a${index} [${before.join(', ')}]`;
  });
  expect(() => parseCases(lines.join('\n'), 'file.yaml')).toThrow(/^file\.yaml:1:1: Excessive alias count/u);
});

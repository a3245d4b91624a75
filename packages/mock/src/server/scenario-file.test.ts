import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { ask, CLIENTS, started } from '../../test/started.ts';
import { builtInScenarios } from '../simulator/scenarios.ts';
import { readScenarioFile } from './scenario-file.ts';

/** A list of ten, and five more lists of which each has the one before ten times. */
function growing(): string {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const lists = names.map((name, index) => {
    const item = index === 0 ? '1' : `*${names[index - 1]}`;
    return `${name}: &${name} [${Array.from({ length: 10 }, () => item).join(', ')}]\n`;
  });
  return lists.join('');
}

let file = '';
beforeAll(async () => {
  file = join(await mkdtemp(join(tmpdir(), 'mock-scenarios-')), 'own.yaml');
});
afterAll(async () => rm(join(file, '..'), { recursive: true }));

test('a file adds to the built-in scenarios and replaces them by name', async () => {
  const text = `scenarios:
  ours: { description: Ours., clients: [{ name: Only one }], faults: [{ kind: status, status: 500, operations: [getClient] }] }
  slow: { description: Not so slow., latency: { min: 1, max: 2 } }
`;
  await writeFile(file, text);
  const scenarios = await readScenarioFile(file);
  expect(scenarios.get('slow')?.latency).toEqual({ min: 1, max: 2 });
  await using mock = await started({ scenarios: file, scenario: 'ours' });
  await mock.setScenario('down');
  expect((await ask(mock, CLIENTS)).status).toBe(502);
  await mock.setScenario('ours');
  expect((await ask(mock, CLIENTS)).json).toMatchObject({ response: [{ name: 'Only one' }], count: 1 });
  expect((await ask(mock, `${CLIENTS}/x`)).status).toBe(500);
});

test.each([
  {
    wrong: 'an alias without an anchor',
    text: 'scenarios:\n  one: *nope\n',
    message: ':2:8: There is no anchor "nope".',
  },
  {
    wrong: 'a latency from a larger to a smaller number',
    text: 'scenarios: { odd: { description: O., latency: { min: 5, max: 1 } } }\n',
    message:
      ':1:47: The latency of the scenario "odd" must go from a smaller to a larger number of milliseconds.',
  },
  {
    wrong: 'a file of more than a megabyte',
    text: `scenarios:\n${Array.from({ length: 100_000 }, (_, index) => `  s${index}: {}\n`).join('')}`,
    message: 'The scenarios <file> are larger than 1048576 bytes.',
  },
  {
    wrong: 'more scenarios than a thousand',
    text: `scenarios:\n${Array.from({ length: 1001 }, (_, index) => `  s${index}: { description: S. }\n`).join('')}`,
    message: ':2:3: scenarios must NOT have more than 1000 properties.',
  },
])('$wrong is one sentence at the start', async ({ text, message }) => {
  await writeFile(file, text);
  const error: unknown = await started({ scenarios: file }).catch((thrown: unknown) => thrown);
  const said = (error as Error).message;
  expect(said.replace(file, said.startsWith(file) ? '' : '<file>')).toBe(message);
});

test('the built-in scenarios have the shape of a file', async () => {
  await writeFile(file, JSON.stringify({ scenarios: Object.fromEntries(builtInScenarios) }));
  expect(await readScenarioFile(file)).toEqual(builtInScenarios);
});

test.each([
  {
    wrong: 'an unknown word',
    text: 'scenarios:\n  a:\n    description: A.\n    colour: red\n',
    message: ':4:5: scenarios.a has no "colour".',
  },
  {
    wrong: 'a value out of range',
    text: 'scenarios:\n  a:\n    description: A.\n    faults:\n      - { kind: status, status: 200 }\n',
    message: ':5:33: scenarios.a.faults.0.status must be >= 400.',
  },
  {
    wrong: 'an unknown kind',
    text: 'scenarios:\n  a:\n    description: A.\n    faults: [{ kind: fire }]\n',
    message:
      ':4:22: scenarios.a.faults.0.kind must be equal to one of the allowed values: status, html, empty-forbidden, reset, stall, truncate.',
  },
  {
    wrong: 'something missing',
    text: 'scenarios:\n  a: { more: 5 }\n',
    message: ":2:6: scenarios.a must have required property 'description'.",
  },
  {
    wrong: 'no file of scenarios',
    text: 'a: 1\n',
    message: ":1:1: The file must have required property 'scenarios'.",
  },
  {
    wrong: 'aliases of aliases that stand for a million values',
    text: growing(),
    message: ':1:1: Aliases may stand for no more than 100 times what they name.',
  },
  { wrong: 'an empty file', text: '', message: ':1:1: The file must be object.' },
  {
    wrong: 'broken YAML',
    text: 'scenarios:\n  a: { description: "A. }\n',
    message: ':3:1: Missing closing "quote',
  },
])('$wrong: the error names line and column', async ({ text, message }) => {
  await writeFile(file, text);
  const error: unknown = await readScenarioFile(file).catch((thrown: unknown) => thrown);
  const said = (error as Error).message.replace(file, '');
  expect(said).toBe(message);
});

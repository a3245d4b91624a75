import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dialects } from '@docspace-oauth/openapi';
import { describe, expect, test } from 'vitest';
import { checkCases } from '../../src/cases/check-cases.ts';
import { loadCases } from '../../src/cases/load-cases.ts';
import { readContract } from '../../src/contract.ts';
import { emptyFolder, runCommand } from '../command/run-command.ts';
import { faultTag } from './score.ts';

/** A case file with nothing wrong; each fault changes one line of it. */
const sound = `dialect: guide
operation: getClients
cases:
  - id: own-list
    title: The list is there.
    expect: { status: 200, body: [{ at: /0/name, type: string }] }
  - id: own-declared
    title: A declared response can be asked for.
    prefer: { status: 404, examples: [unknown-route] }
`;

interface CaseFileFault {
  readonly name: string;
  readonly line: string;
  readonly by: string;
  /** How the sentence goes on after the name of the file. */
  readonly says: string;
}

const faults: readonly CaseFileFault[] = [
  { name: 'a field with a typo', line: 'expect: {', by: 'expcet: {', says: ':6:5: ' },
  { name: 'an assertion with a typo', line: 'type: string', by: 'typ: string', says: ':6:' },
  {
    name: 'an assertion that asks for nothing',
    line: '{ at: /0/name, type: string }',
    by: '{}',
    says: ':6:',
  },
  { name: 'a type that JSON does not have', line: 'type: string', by: 'type: text', says: ':6:' },
  { name: 'a status that is a word', line: 'status: 200', by: 'status: ok', says: ':6:' },
  { name: 'no title', line: '    title: The list is there.\n', by: '', says: ':4:' },
  {
    name: 'the id of another case',
    line: 'own-declared',
    by: 'own-list',
    says: ':7:5: the id "own-list" is taken',
  },
  { name: 'no YAML', line: '[unknown-route]', by: '[unknown-route', says: ':' },
  { name: 'another dialect than its folder', line: 'dialect: guide', by: 'dialect: portal', says: ':1:1: ' },
  {
    name: 'an operation that there is not',
    line: 'operation: getClients',
    by: 'operation: getClientz',
    says: ':4:5: the case own-list is of the operation getClientz',
  },
  {
    name: 'a procedure that there is not',
    line: 'expect: { status: 200, body: [{ at: /0/name, type: string }] }',
    by: 'procedure: every-page',
    says: ':4:5: the case own-list names the procedure every-page',
  },
  {
    name: 'a reference to nothing',
    line: 'type: string',
    by: 'equals: $clint.name',
    says: ':4:5: the case own-list refers to $clint.name',
  },
  {
    name: 'a status that is not declared',
    line: 'status: 404',
    by: 'status: 418',
    says: ':7:5: the case own-declared prefers 418',
  },
  {
    name: 'an example that is not declared',
    line: 'unknown-route',
    by: 'unknown-rute',
    says: ':7:5: the case own-declared prefers the example unknown-rute',
  },
];

async function folderWith(text: string): Promise<string> {
  const folder = await emptyFolder();
  await mkdir(join(folder, 'cases', 'guide'), { recursive: true });
  await writeFile(join(folder, 'cases', 'guide', 'own.yaml'), text);
  return folder;
}

describe('a case file with', () => {
  test.each(faults)('$name', { tags: faultTag }, async ({ line, by, says }) => {
    expect(sound).toContain(line);
    const folder = await folderWith(sound.replace(line, () => by));
    const { code, stdout, stderr } = await runCommand(['check', '--cases', 'cases'], folder);
    expect(stderr).toContain(`Error: cases/guide/own.yaml${says}`);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  test('nothing wrong is taken', async () => {
    const cases = await loadCases({ folder: join(await folderWith(sound), 'cases') });
    expect(cases.map(({ id }) => id)).toEqual(['own-list', 'own-declared']);
    expect(() => checkCases(cases, [])).not.toThrow();
    checkCases(cases, await Promise.all(dialects.map(readContract)));
  });
});

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../src/check.ts';
import { prismNeeds } from '../src/target/prism.ts';
import { emptyFolder } from './command/run-command.ts';

test('a case that means nothing on any mock fails the run', async () => {
  const cases = await emptyFolder();
  await mkdir(join(cases, 'guide'));
  const text = `dialect: guide
operation: getClients
cases:
  - id: runs
    title: The list is there.
    expect: { status: 200 }
  - id: never-runs
    title: Nobody has so many clients.
    needs: { clients: 1000000 }
    expect: { status: 200 }
`;
  await writeFile(join(cases, 'guide', 'getClients.yaml'), text);
  const { findings } = await check({ cases, dialect: 'guide' });
  expect(findings).toEqual([
    {
      rule: 'never-run',
      level: 'error',
      subject: 'never-runs',
      message: 'The case runs on neither mock. It needs at least 1000000 clients; there are 7 clients.',
      place: { file: 'guide/getClients.yaml', line: 7, column: 5 },
    },
  ]);
});

test.each([
  ['20.19.0', 'It needs Node 24.18; this is 20.19.0.'],
  ['24.17.9', 'It needs Node 24.18; this is 24.17.9.'],
  ['24.18.0', undefined],
  ['26.0.0', undefined],
])('on Node %s plain Prism is not run because %s', async (version, reason) => {
  expect(await prismNeeds(version)).toBe(reason);
});

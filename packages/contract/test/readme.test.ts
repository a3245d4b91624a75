import { readFile } from 'node:fs/promises';
import { formatReport } from '@docspace-oauth/findings/formats';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadCases } from '../src/cases/load-cases.ts';
import { parseCases } from '../src/cases/read-case-file.ts';
import { help as checkHelp } from '../src/command/check.ts';
import { help as diffHelp } from '../src/diff/command.ts';
import { help as driftHelp } from '../src/drift/command.ts';
import { readAction } from './ci/pipeline-files.ts';
import { record, refuses } from './faults/servers/changes.ts';
import { casesOf, checkByUrl } from './faults/servers/check-server.ts';
import type { Lies } from './faults/servers/fault.ts';

const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');

const withSecret = record('getPublicClientInfo', (client) => ({
  ...client,
  client_secret: 'x',
  theme: 'dark',
}));
const withFailure = refuses('getClients', ({ query }) => query.get('limit') === '51', { status: 500 });
/** A portal with the secret in the public information and a field of its own, which fails at a limit of 51. */
const lies: Lies = { change: (answer, asked) => withSecret(withFailure(answer, asked), asked) };

test('the report in the README is what the check prints', async () => {
  const cases = casesOf(
    'portal-public-anonymous',
    'portal-list-limit-*',
    'portal-list-guest',
    'portal-list-*-limit',
  );
  const report = await checkByUrl(cases, { dialect: 'portal', mock: {} }, lies);
  const [, shown = ''] = /<!-- output of check -->\n\n```\n(.*?)```\n/su.exec(readme) ?? [];
  const printed = await formatReport('table', report, { failOn: 'error', secrets: [] });
  expect(printed.replaceAll(/127\.0\.0\.1:\d+/gu, 'portal.example.com')).toBe(shown);
});

test('the case in the README is a case', async () => {
  const [, text = ''] = /```yaml\n(- id: .*?)```/su.exec(readme) ?? [];
  const [written] = parse(text) as { id: string }[];
  expect((await loadCases()).map(({ id }) => id)).toContain(written?.id);
  const indented = text.replaceAll(/^/gmu, '  ');
  expect(parseCases(`dialect: portal\noperation: getClients\ncases:\n${indented}`, 'README.md')).toHaveLength(
    1,
  );
});

test.each([
  ['check', checkHelp],
  ['diff', diffHelp],
  ['drift', driftHelp],
])('each option of %s in the README is one that it takes', (name, help) => {
  const calls = new RegExp(`^(?:\\S+=\\S+ )?docspace-contract ${name} .*$`, 'gmu');
  const options = (readme.match(calls) ?? []).flatMap(
    (line) => line.replace(/#.*/u, '').match(/--[a-z-]+/gu) ?? [],
  );
  expect(options.length).toBeGreaterThan(0);
  expect(options.filter((option) => !help.includes(`  ${option} `))).toEqual([]);
});

test('the table of options has each option of check, in the order of its help', () => {
  const listed = [...readme.matchAll(/^\| `(--[^`]+)`/gmu)].map(([, option]) => option);
  const options = [...checkHelp.matchAll(/^ {2}(--[a-z-]+(?: [A-Z]+)?) /gmu)].map(([, option]) => option);
  expect(options.length).toBeGreaterThan(8);
  expect(listed).toEqual(options);
});

test.each(['known-deviations.yaml', 'nightly.yml', 'gitlab.yml'])(
  'ci/%s stands in the README',
  async (file) => {
    const [, shown] =
      new RegExp(`<!-- ci/${file} -->\\n\\n\`\`\`yaml\\n(.*?)\`\`\`\\n`, 'su').exec(readme) ?? [];
    expect(shown).toBe(await readFile(new URL(`../ci/${file}`, import.meta.url), 'utf8'));
  },
);

test('each input of the action is named in the README', async () => {
  const { inputs } = await readAction();
  const [, section = ''] = /^## In CI\n(.*?)^## /msu.exec(readme) ?? [];
  expect(Object.keys(inputs).filter((name) => !section.includes(`\`${name}\``))).toEqual([]);
});

import { readFile } from 'node:fs/promises';
import { formatReport } from '@docspace-oauth/findings/formats';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadCases } from '../src/cases/load-cases.ts';
import { parseCases } from '../src/cases/read-case-file.ts';
import { help } from '../src/command/check.ts';
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
  const [, text = ''] = /```yaml\n(.*?)```/su.exec(readme) ?? [];
  const [written] = parse(text) as { id: string }[];
  expect((await loadCases()).map(({ id }) => id)).toContain(written?.id);
  const indented = text.replaceAll(/^/gmu, '  ');
  expect(parseCases(`dialect: portal\noperation: getClients\ncases:\n${indented}`, 'README.md')).toHaveLength(
    1,
  );
});

test('each option in the README is one that the command takes', () => {
  const lines = [...readme.matchAll(/^(?:\S+=\S+ )?docspace-contract check .*$/gmu)].map(([line]) => line);
  const options = new Set(lines.flatMap((line) => line.replace(/#.*/u, '').match(/--[a-z-]+/gu) ?? []));
  expect(options.size).toBeGreaterThan(3);
  expect([...options].filter((option) => !help.includes(`  ${option} `))).toEqual([]);
});

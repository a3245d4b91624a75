import { readFile } from 'node:fs/promises';
import { formatReport } from '@docspace-oauth/findings/formats';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadCases } from '../src/cases/load-cases.ts';
import { parseCases } from '../src/cases/read-case-file.ts';
import { help } from '../src/command/check.ts';
import type { Liar } from './lying-server.ts';
import { checkLiar } from './lying-server.ts';

const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');

/** A portal with the secret in the public information and a field of its own, which fails at a limit of 51. */
const liar: Liar = (path, body, status) => {
  if (path.includes('/public') && status === 200) {
    return { text: JSON.stringify({ ...(body as object), client_secret: 'x', theme: 'dark' }) };
  }
  return path.endsWith('limit=51') ? { status: 500 } : undefined;
};

test('the report in the README is what the check prints', async () => {
  const include = [
    'portal-public-anonymous',
    'portal-list-limit-*',
    'portal-list-guest',
    'portal-list-*-limit',
  ];
  const report = await checkLiar({ dialect: 'portal' }, include, liar);
  const [, shown = ''] = /<!-- output of check -->\n\n```\n(.*?)```\n/su.exec(readme) ?? [];
  expect(await formatReport('table', report, { failOn: 'error', secrets: [] })).toBe(shown);
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

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MockOptions } from '@docspace-oauth/mock';
import { startMock } from '@docspace-oauth/mock';
import { dialects } from '@docspace-oauth/openapi';
import type { Report } from '@docspace-oauth/findings/report';
import { expect, onTestFinished, test } from 'vitest';
import { check } from '../src/check.ts';
import { emptyFolder, runCommand } from './command/run-command.ts';
import { checkLiar } from './lying-server.ts';

const apiKey = 'admin-0123456789abcdef';

async function started(options: MockOptions): Promise<Awaited<ReturnType<typeof startMock>>> {
  const mock = await startMock(options);
  onTestFinished(() => mock.close());
  return mock;
}

const outcomesOf = ({ checks }: Report): Set<string> => new Set(checks.map(({ outcome }) => outcome));

test.each(dialects)(
  'a server that speaks the dialect of the %s is recognised, keeps it, and gets only GETs',
  async (dialect) => {
    const mock = await started({ dialect });
    const report = await check({ url: mock.url, apiKey, guestKey: 'guest-1' });
    expect(report.title).toContain(`against the contract of the ${dialect}`);
    expect(report.findings.filter(({ level }) => level === 'error')).toEqual([]);
    expect(outcomesOf(report)).toEqual(new Set(['passed', 'not applicable']));
    expect(new Set(mock.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
  },
);

const scenarios = fileURLToPath(new URL('../cases/scenarios.yaml', import.meta.url));

test.each<MockOptions>([
  { store: 'saas', clients: 60 },
  { cache: 'null-text' },
  { scenarios, scenario: 'tied-dates' },
  { scenarios, scenario: 'tied-dates', store: 'saas' },
  { scenarios, scenario: 'no-texts' },
])('a portal of each kind keeps the contract: %j', async (options) => {
  const mock = await started({ dialect: 'portal', ...options });
  const report = await check({ url: mock.url, apiKey, guestKey: 'guest-1' });
  expect(report.findings.filter(({ level }) => level === 'error')).toEqual([]);
});

test('a portal beneath a path keeps the contract, and is seen as one at the root is', async () => {
  const root = await checkLiar({ dialect: 'portal' }, [], () => undefined);
  const beneath = await checkLiar({ dialect: 'portal' }, [], () => undefined, 'https://example.com/docspace');
  expect(beneath.findings).toEqual(root.findings);
  expect(beneath.remarks).toEqual(root.remarks);
});

test('what does not apply says why, and is never passed', async () => {
  const mock = await started({ dialect: 'portal', scenario: 'empty' });
  const { checks } = await check({ url: mock.url, apiKey, include: ['portal-client-*'] });
  const skipped = checks.filter(({ outcome }) => outcome === 'not applicable');
  expect(skipped.length).toBeGreaterThan(10);
  expect(skipped.filter(({ reason }) => !/^[a-z].+[^.]$/u.test(reason ?? ''))).toEqual([]);
  const of = (id: string): string | undefined => checks.find((one) => one.id === id)?.reason;
  expect(of('portal-client-record')).toBe('it needs at least 1 client; there are 0 clients');
  expect(of('portal-client-guest')).toContain('--guest-key-env');
  expect(of('portal-client-404-declared')).toContain('cannot be asked');
});

test('the limits of a portal are waited for', async () => {
  const mock = await started({ dialect: 'portal', limits: 'minified', clients: 10 });
  const report = await check({ url: mock.url, apiKey, include: ['portal-list-*'] });
  expect(report.findings.filter(({ level }) => level === 'error')).toEqual([]);
});

test('no key, token or client secret is in any report, nor in the archive of what was sent', async () => {
  const mock = await started({ dialect: 'portal' });
  const folder = await emptyFolder();
  const secrets = new Set([apiKey]);
  const { code, stdout, stderr } = await runCommand(
    [
      'check',
      '--url',
      mock.url,
      '--report',
      'table,json=r.json,junit=r.xml,sarif=r.sarif,markdown=r.md,csv=r.csv,har=r.har',
    ],
    folder,
    { DOCSPACE_API_KEY: apiKey },
  );
  expect(code).toBe(0);
  const headers = { authorization: `Bearer ${apiKey}` };
  const token = (await (await fetch(`${mock.url}/api/2.0/security/oauth2/token`, { headers })).json()) as {
    response: string;
  };
  const get = async (path: string): Promise<Record<string, unknown>> => {
    const response = await fetch(mock.url + path, { headers: { 'x-signature': token.response } });
    return (await response.json()) as Record<string, unknown>;
  };
  for (const listed of (await get('/api/2.0/clients'))['data'] as Record<string, string>[]) {
    secrets.add(listed['client_secret'] ?? '');
    secrets.add(String((await get(`/api/2.0/clients/${listed['client_id']}`))['client_secret']));
  }
  expect(secrets.size).toBe(15);
  const files = await readdir(folder);
  expect(files.toSorted()).toEqual(['r.csv', 'r.har', 'r.json', 'r.md', 'r.sarif', 'r.xml']);
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  for (const text of [stdout, stderr, ...texts]) {
    for (const secret of secrets) expect(text.includes(secret)).toBe(false);
    expect(text).not.toMatch(/eyJ[\w-]+\.[\w-]+\.[\w-]+/u);
  }
  const har = JSON.parse(await readFile(join(folder, 'r.har'), 'utf8')) as {
    log: { entries: { request: { method: string; url: string }; response: { status: number } }[] };
  };
  expect(har.log.entries.length).toBeGreaterThan(100);
  expect(new Set(har.log.entries.map(({ request }) => request.method))).toEqual(new Set(['GET']));
  expect(har.log.entries.some(({ response }) => response.status === 404)).toBe(true);
});

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { freePort, listen } from '@docspace-oauth/local-server';
import type { MockOptions } from '@docspace-oauth/mock';
import { startMock } from '@docspace-oauth/mock';
import { expect, onTestFinished, test } from 'vitest';
import type { Finished } from './run-command.ts';
import { emptyFolder, runCommand, startCommand } from './run-command.ts';

const apiKey = 'admin-0123456789abcdef';

async function mockUrl(options: MockOptions): Promise<string> {
  const mock = await startMock(options);
  onTestFinished(() => mock.close());
  return mock.url;
}

async function serverUrl(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  onTestFinished(() => void server.close());
  return listen(server, { port: 0, host: '127.0.0.1' });
}

async function check(
  args: readonly string[],
  environment: Record<string, string> = { DOCSPACE_API_KEY: apiKey },
): Promise<Finished> {
  return runCommand(['check', ...args], await emptyFolder(), environment);
}

/** What a refused run says: a sentence, perhaps a hint below it, and nothing else. */
function refusal({ code, stdout, stderr }: Finished): string {
  if (code !== 2 || stdout !== '' || stderr.trimEnd().split('\n').length > 2) {
    throw new Error(`No refusal of one sentence: exit code ${code}\n${stdout}${stderr}`);
  }
  return stderr;
}

test('a host that nothing listens on', async () => {
  const url = `http://127.0.0.1:${await freePort()}`;
  const text = refusal(await check(['--url', url]));
  expect(text).toMatch(/^Error: .*127\.0\.0\.1/mu);
});

test('a host name that does not exist', async () => {
  const text = refusal(await check(['--url', 'https://portal.invalid']));
  expect(text).toMatch(/^Error: .*portal\.invalid/mu);
});

test('a server that is not on this machine, without encryption', async () => {
  const text = refusal(await check(['--url', 'http://portal.invalid']));
  expect(text).toMatch(/would travel unencrypted to portal.invalid/mu);
});

test.each(['guide', 'portal'] as const)('a key that the server refuses, in the %s', async (dialect) => {
  const url = await mockUrl({ dialect });
  const finished = await check(['--url', url, '--api-key-env', 'KEY'], { KEY: 'expired-0123456789' });
  const text = refusal(finished);
  expect(text).toMatch(/^Error: .*answered 401/mu);
  expect(text).toMatch(/^Hint: Check/mu);
  expect(text).not.toContain('expired-0123456789');
});

test.each(['guide', 'portal'] as const)('a key without permission, in the %s', async (dialect) => {
  const url = await mockUrl({ dialect });
  const finished = await check(['--url', url], { DOCSPACE_API_KEY: 'guest-0123456789' });
  const text = refusal(finished);
  expect(text).toMatch(/^Error: .*answered 403/mu);
  expect(text).toMatch(/^Hint: Give the API key of an administrator/mu);
});

test('a key that buys no token', async () => {
  const url = await mockUrl({ dialect: 'portal' });
  const finished = await check(['--url', url], { DOCSPACE_API_KEY: 'restricted-0123456789' });
  const text = refusal(finished);
  expect(text).toMatch(/^Error: .*answered 403 to generateJwtToken/mu);
  expect(text).toMatch(/permission All or Read only/mu);
});

test.each<[string, RequestListener]>([
  [
    'a page for every path',
    (_, response) => void response.setHeader('content-type', 'text/html').end('<p>Hello'),
  ],
  ['404 for every path', (_, response) => void response.writeHead(404).end()],
  [
    'JSON of something else',
    (_, response) => void response.setHeader('content-type', 'application/json').end('{}'),
  ],
])('a server that is no portal: %s', async (_, listener) => {
  const text = refusal(await check(['--url', await serverUrl(listener)]));
  expect(text).toMatch(/is no portal/mu);
  expect(text).toMatch(/^Hint: Check the address/mu);
});

test('a server that sends to another one', async () => {
  const url = await serverUrl(
    (_, response) => void response.writeHead(301, { location: 'https://portal.example/' }).end(),
  );
  const text = refusal(await check(['--url', url]));
  expect(text).toMatch(/a redirect to https:\/\/portal\.example/u);
  expect(text).toMatch(/^Hint: .*redirects are not followed/mu);
});

test('a web server whose service is down', async () => {
  const url = await serverUrl(
    (_, response) => void response.writeHead(502, { 'content-type': 'text/html' }).end('<p>'),
  );
  const text = refusal(await check(['--url', url]));
  expect(text).toMatch(/answered 502/mu);
  expect(text).toMatch(/^Hint: /mu);
});

test('no key for a server', async () => {
  const text = refusal(await check(['--url', 'https://portal.example'], {}));
  expect(text).toMatch(/DOCSPACE_API_KEY is not set/mu);
  expect(text).toMatch(/--api-key-env/mu);
});

test.each([
  ['--api-key-env', 'sk-secret-in-the-wrong-place'],
  ['--guest-key-env', 'sk-secret-in-the-wrong-place'],
  ['--url', 'sk-secret-in-the-wrong-place'],
  ['--dialect', 'sk-secret-in-the-wrong-place'],
])('a key in the place of %s is not repeated', async (option, value) => {
  const finished = await check([option, value]);
  const text = refusal(finished);
  expect(text).toMatch(/^Error: --?[\w-]+/mu);
  expect(text).not.toContain(value);
});

test.each([
  [['--url', 'https://user:word@portal.example'], /user name/u],
  [['--url', 'ftp://portal.example'], /http: or https:/u],
  [['--report', 'pdf'], /there is no format "pdf"/u],
  [['--report', 'junit='], /the file of junit= is missing/u],
  [['--include', 'no-such-case'], /--include no-such-case fits no case/u],
  [['--include', ''], /fits no case/u],
  [['--known', 'no-such-file.yaml'], /no-such-file\.yaml/u],
  [['--cases', 'no-such-folder'], /has no cases/u],
  [['--unknown'], /--unknown/u],
  [['word'], /Unexpected argument/u],
])('%j', async (args, sentence) => {
  const text = refusal(await check(args));
  expect(text).toMatch(sentence);
});

test('a path that cannot be written is refused before anything is asked', async () => {
  const folder = await emptyFolder();
  await mkdir(join(folder, 'taken'));
  const requests: string[] = [];
  const url = await serverUrl(({ url: path = '' }, response) => {
    requests.push(path);
    response.end();
  });
  const args = ['check', '--url', url, '--report', 'junit=taken'];
  const finished = await runCommand(args, folder, { DOCSPACE_API_KEY: apiKey });
  const text = refusal(finished);
  expect(text).toMatch(/--report.*taken/mu);
  expect(requests).toEqual([]);
});

test('a case file with a mistake: file, line and column', async () => {
  const folder = await emptyFolder();
  await mkdir(join(folder, 'cases', 'guide'), { recursive: true });
  const written = `dialect: guide
operation: getClients
cases:
  - id: own-case
    title: The list is there.
    expcet: { status: 200 }
`;
  await writeFile(join(folder, 'cases', 'guide', 'getClients.yaml'), written);
  const finished = await runCommand(['check', '--cases', 'cases'], folder);
  const text = refusal(finished);
  expect(text).toMatch(/^Error: cases\/guide\/getClients\.yaml:6:5: .*unknown field "expcet"/mu);
});

test('an empty portal keeps the contract', async () => {
  const url = await mockUrl({ dialect: 'portal', scenario: 'empty' });
  const { code, stdout } = await check(['--url', url]);
  expect(stdout).toMatch(/passed/u);
  expect(stdout).toMatch(/it needs at least 1 client;\s+there\s+are\s+0\s+clients/su);
  expect(code).toBe(0);
});

test('a portal with 1,000 clients and its rate limits', async () => {
  const url = await mockUrl({ dialect: 'portal', clients: 993, limits: 'full' });
  const { code, stdout } = await check([
    '--url',
    url,
    '--include',
    'portal-list',
    '--include',
    'portal-bulk',
  ]);
  expect(stdout).not.toMatch(/^error/mu);
  expect(code).toBe(0);
});

test('where no case applies, nothing was checked', async () => {
  const url = await mockUrl({ dialect: 'guide' });
  const { code, stdout } = await check(['--url', url, '--include', 'guide-list-failing']);
  expect(stdout).toMatch(/1 not applicable/u);
  expect(code).toBe(2);
});

test.skipIf(process.platform === 'win32')(
  'Ctrl-C in the middle: reports of what was done are written, the rest is not run',
  async () => {
    const folder = await emptyFolder();
    const mock = await startMock({ dialect: 'portal', latency: 20 });
    onTestFinished(() => mock.close());
    const args = ['check', '--url', mock.url, '--report', 'junit=report.xml,json=report.json'];
    const command = startCommand(args, folder, { DOCSPACE_API_KEY: apiKey });
    await expect.poll(() => mock.requests.length, { timeout: 20_000 }).toBeGreaterThan(20);
    command.interrupt();
    expect((await command.finished).code).toBe(2);
    const report = JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')) as {
      checks: { outcome: string; reason?: string }[];
    };
    const outcomes = new Set(report.checks.map(({ outcome }) => outcome));
    expect([...outcomes]).toEqual(expect.arrayContaining(['passed', 'not run']));
    expect(await readFile(join(folder, 'report.xml'), 'utf8')).toContain('not run: the run was interrupted');
  },
);

test('a case whose path would not arrive as it is written', async () => {
  const folder = await emptyFolder();
  await mkdir(join(folder, 'cases', 'guide'), { recursive: true });
  const written = `dialect: guide
operation: getClients
cases:
  - id: own-case
    title: Somewhere else.
    request: { path: /api/../other }
    expect: { status: 200 }
`;
  await writeFile(join(folder, 'cases', 'guide', 'getClients.yaml'), written);
  const finished = await runCommand(['check', '--cases', 'cases'], folder);
  expect(finished.stderr).toMatch(
    /^Error: cases\/guide\/getClients\.yaml:4:5: the case own-case cannot be sent: /mu,
  );
  expect(finished.code).toBe(2);
});

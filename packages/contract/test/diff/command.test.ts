import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Report } from '@docspace-oauth/findings/report';
import { buildBundles } from '@docspace-oauth/openapi/node';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { help, run } from '../../src/diff/command.ts';
import { runCommand } from '../run-command.ts';
import type { Edit } from './contract-folder.ts';
import { makeProjects } from './contract-folder.ts';
import { commitAll, git } from './git.ts';

const projects = await makeProjects();
afterAll(projects.remove);

const diff = (folder: string, ...args: string[]): ReturnType<typeof runCommand> =>
  runCommand(run, folder, args);

const version = (to: string): Edit => ['docspace-oauth.yaml', 'version: 0.1.0', `version: ${to}`];
const shorter: Edit = ['parameters/limit.yaml', 'maximum: 50', 'maximum: 40'];
const reworded: Edit = [
  'parameters/limit.yaml',
  'How many clients a page has.',
  'How many clients a page may have.',
];

const untouched = await projects.project('untouched');

describe('a base that is a commit', () => {
  test('of a contract without a change: no changes, exit code 0', async () => {
    const folder = await projects.project('same');
    commitAll(folder, 'first');
    const { code, stdout } = await diff(folder, '--base', 'main');
    expect(stdout).toContain('There are no changes.');
    expect(stdout).toContain("the guide's contract: 5 passed\nthe portal's contract: 6 passed");
    expect(code).toBe(0);
  });

  test('is compared with the files as they are, also from a folder below, and nothing is left behind', async () => {
    const folder = await projects.project('changed');
    const first = commitAll(folder, 'first');
    await writeFile(
      join(folder, 'openapi/parameters/limit.yaml'),
      (await readFile(join(folder, 'openapi/parameters/limit.yaml'), 'utf8')).replace(
        'maximum: 50',
        'maximum: 40',
      ),
    );
    const temporary = await mkdtemp(join(tmpdir(), 'docspace-temporary-'));
    for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, temporary);
    const below = join(folder, 'openapi', 'paths');
    const { code, stdout } = await diff(below, '--base', first).finally(() => vi.unstubAllEnvs());
    // Redocly's process keeps its compiled code there, for the next time.
    expect((await readdir(temporary)).filter((name) => name.startsWith('docspace'))).toEqual([]);
    await rm(temporary, { recursive: true });
    expect(stdout).toContain('getClients: parameter limit has `maximum` 40; it was 50');
    expect(stdout).toContain('openapi/portal.overlay.yaml:86:5');
    expect(stdout.replaceAll(/\s+/gu, ' ')).toContain(
      'The next version is 0.2.0 or higher; the contract has 0.1.0.',
    );
    expect(code).toBe(1);
    expect(git(folder, 'status', '--porcelain')).toBe(' M openapi/parameters/limit.yaml\n');
  });

  test('that a shallow clone lacks: exit code 2, with what is missing and how to fetch it', async () => {
    const origin = await projects.project('origin');
    const first = commitAll(origin, 'first');
    git(origin, 'commit', '--quiet', '--allow-empty', '--message', 'second');
    const clone = join(dirname(origin), 'clone');
    git(origin, 'clone', '--quiet', '--depth=1', pathToFileURL(origin).href, clone);
    const { code, stderr } = await diff(clone, '--base', first);
    expect(stderr).toBe(
      `There is no commit or file ${first} here; this clone is shallow, it lacks the commits before the last. Fetch it with "git fetch --depth=1 origin ${first}"; a tag is then FETCH_HEAD.`,
    );
    expect(code).toBe(2);
    git(clone, 'fetch', '--quiet', '--depth=1', 'origin', first);
    expect((await diff(clone, '--base', first)).code).toBe(0);
  });

  test('may be a branch that only origin has, also inside a hook of git', async () => {
    const origin = await projects.project('branched');
    commitAll(origin, 'first');
    git(origin, 'branch', 'release');
    const clone = join(dirname(origin), 'branched-clone');
    git(origin, 'clone', '--quiet', pathToFileURL(origin).href, clone);
    vi.stubEnv('GIT_DIR', '.git');
    const { code } = await diff(clone, '--base', 'release').finally(() => vi.unstubAllEnvs());
    expect(code).toBe(0);
  });

  test('without a contract, or with one that is broken: exit code 2, with the line', async () => {
    const folder = await projects.project('late');
    await rename(join(folder, 'openapi'), join(folder, 'elsewhere'));
    const without = commitAll(folder, 'without');
    await rename(join(folder, 'elsewhere'), join(folder, 'openapi'));
    const path = join(folder, 'openapi/paths/getClient.yaml');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('get:', 'get: ['));
    const broken = commitAll(folder, 'broken');
    await writeFile(path, text);
    const first = await diff(folder, '--base', without);
    expect(first.stderr).toContain(`The commit ${without} has no folder openapi/.`);
    const second = await diff(folder, '--base', broken);
    expect(second.stderr).toContain(`The contract of ${broken} cannot be built: paths/getClient.yaml:2:`);
    expect([first.code, second.code]).toEqual([2, 2]);
  });

  test('where there is no repository or no git: exit code 2', async () => {
    const none = await diff(untouched, '--base', 'main');
    expect(none.stderr).toContain('The contract is not in a git repository');
    vi.stubEnv('PATH', '');
    const noGit = await diff(untouched, '--base', 'main').finally(() => vi.unstubAllEnvs());
    expect(noGit.stderr).toContain('git is not installed');
    expect([none.code, noGit.code]).toEqual([2, 2]);
  });
});

describe('a base that is a file', () => {
  test('may be the root of a contract, its folder, or a bundle of one dialect', async () => {
    const head = await projects.project('with-file', [shorter]);
    const bundles = join(dirname(head), 'bundles');
    await buildBundles({ source: join(untouched, 'openapi'), target: bundles });
    const bases = [
      join(untouched, 'openapi', 'docspace-oauth.yaml'),
      '../untouched',
      join(bundles, 'portal.json'),
      join(bundles, 'guide.json'),
    ];
    const results = await Promise.all(bases.map((base) => diff(head, '--base', base)));
    expect(results.map(({ code }) => code)).toEqual([1, 1, 1, 0]);
    const [, , portal, guide] = results;
    expect(portal?.stdout).toContain(
      "The guide's contract was not compared: the base has only the other dialect.",
    );
    expect(guide?.stdout).toContain('There are no changes.');
  });

  test.each([
    ['no-bundle.json', '{"openapi":"3.1.0","paths":{"/x":null}}', 'describes none of the operations'],
    ['broken.json', '{"openapi":', 'broken.json, line 1, column 12'],
    ['array.json', '[]', 'not an OpenAPI document'],
    [
      'of the future.json',
      '{"openapi":"4.0.0","info":{"version":"1.0.0"},"paths":{"/x":{"get":{"operationId":"getClients"}},"/y":7}}',
      'The contracts cannot be compared: Unsupported OpenAPI version: 4.0.0.',
    ],
    [
      'dangling.json',
      '{"openapi":"3.1.0","info":{"version":"1.0.0"},"paths":{"/x":{"get":{"operationId":"getClients","parameters":[{"$ref":"#/x"}]}}}}',
      "Can't resolve $ref",
    ],
    ['other.yaml', 'openapi: 3.1.0', 'is neither a bundle (.json) nor the root of a contract'],
    [
      'no version.json',
      '{"openapi":"3.1.0","info":{"version":"x"},"paths":{"/x":{"get":{"operationId":"getClients"}}}}',
      'no semantic version',
    ],
  ])('%s: exit code 2', async (name, text, sentence) => {
    await writeFile(join(untouched, name), text);
    const { code, stderr } = await diff(untouched, '--base', name);
    await rm(join(untouched, name));
    expect(stderr).toContain(sentence);
    expect(code).toBe(2);
  });
});

const compatible: Edit[] = [
  reworded,
  ['paths/getClient.yaml', "    '404':", "    '410':\n      $ref: ../responses/NotFound.yaml\n    '404':"],
  ['responses/MissingIds.yaml', 'content:\n', 'content:\n  text/plain:\n    schema: { type: string }\n'],
  ['schemas/Envelope.yaml', 'properties:\n', 'properties:\n  startIndex:\n    type: integer\n'],
];

describe('the version', () => {
  test.each<[what: string, edits: Edit[], code: number, remark: string]>([
    [
      'what only adds or explains',
      compatible,
      0,
      'The next version is 0.1.1 or higher; the contract has 0.1.0.',
    ],
    ['a breaking change with a higher one', [shorter, version('0.2.0')], 0, 'the contract has 0.2.0.'],
  ])('%s does not fail', async (what, edits, code, remark) => {
    const folder = await projects.project(what, edits);
    const result = await diff(folder, '--base', join(untouched, 'openapi'), '--report', 'json');
    const report = JSON.parse(result.stdout) as Report;
    expect(report.remarks.join(' ')).toContain(remark);
    expect(report.findings.some(({ level }) => level === 'error')).toBe(false);
    expect(report.findings.length).toBeGreaterThanOrEqual(edits.length - 1);
    expect(result.code).toBe(code);
  });
});

test('a requirement that is only moved to a piece of the schema is no change', async () => {
  const folder = await projects.project('moved', [
    [
      'schemas/ClientOwnership.yaml',
      '[created_by, modified_by]',
      '[created_by]\nallOf:\n  - required: [modified_by]',
    ],
  ]);
  const { stdout } = await diff(folder, '--base', join(untouched, 'openapi'), '--report', 'json');
  expect((JSON.parse(stdout) as Report).findings).toEqual([]);
});

test('reports go to files, and a known deviation does not fail', async () => {
  const folder = await projects.project('reports', [shorter]);
  await mkdir(join(folder, 'out'));
  await writeFile(
    join(folder, 'known.yaml'),
    '- rule: breaks-clients\n  subject: portal getClients: parameter limit `maximum`\n  reason: agreed\n  expires: 2999-01-01\n'.replace(
      /subject: (.*)/u,
      "subject: '$1'",
    ),
  );
  const { code, stdout } = await diff(
    folder,
    '--base',
    join(untouched, 'openapi'),
    '--known',
    'known.yaml',
    '--report',
    'table,sarif=out/diff.sarif',
  );
  expect(stdout).toContain('Known until 2999-01-01: agreed');
  expect(code).toBe(0);
  expect(await readFile(join(folder, 'out/diff.sarif'), 'utf8')).toContain(
    '"uri": "openapi/portal.overlay.yaml"',
  );
});

test.each([
  [[], '--base is missing.'],
  [['--base', ''], '--base is empty.'],
  [['--base=--upload-pack=x'], '--base cannot begin with a hyphen.'],
  [['--base', 'HEAD', '--bass'], "Unknown option '--bass'."],
  [['--base', 'HEAD', '--report', 'pdf'], 'there is no format "pdf"'],
])('the arguments %j are refused with exit code 2', async (args, sentence) => {
  const { code, stderr } = await diff(untouched, ...args);
  expect(stderr).toContain(sentence);
  expect(code).toBe(2);
});

test('outside of any contract: exit code 2', async () => {
  const { code, stderr } = await diff(tmpdir(), '--base', 'HEAD');
  expect(stderr).toContain('There is no contract here');
  expect(code).toBe(2);
});

test('the help fits a terminal of 120 columns', () => {
  expect(help.split('\n').filter((line) => line.length > 120)).toEqual([]);
});

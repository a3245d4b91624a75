import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@docspace-oauth/local-server';
import type { MockOptions } from '@docspace-oauth/mock';
import { startMock } from '@docspace-oauth/mock';
import { expect, onTestFinished, test } from 'vitest';
import { actionSteps, gitlabScript, read, workflowSteps } from './pipeline-files.ts';
import type { RunStep } from './pipeline-files.ts';
import type { Job } from './run-step.ts';
import { startJob } from './run-step.ts';

/** The steps of the pipelines as a CI server runs them: bash, in the folder of a project that has the packages installed. */

const apiKey = 'admin-0123456789abcdef';

async function mockUrl(options: MockOptions): Promise<string> {
  const mock = await startMock(options);
  onTestFinished(() => mock.close());
  return mock.url;
}

/** A portal that fails where it should refuse a limit. */
async function brokenPortal(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'docspace-scenario-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const scenarios = join(folder, 'scenarios.yaml');
  const fault = '{ kind: status, status: 500, operations: [getClients], replaces: [400] }';
  await writeFile(scenarios, `scenarios: { broken: { description: Limits., faults: [${fault}] } }`);
  return mockUrl({ dialect: 'portal', scenarios, scenario: 'broken' });
}

async function runAction(
  job: Job,
  inputs: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  const [step, ...others] = await actionSteps(inputs);
  if (!step || others.length > 0) throw new Error('The action has one step.');
  return job.run(step);
}

/** Runs the steps of a workflow until one fails, as GitHub does. `npm ci` needs a registry: startJob stands for it. */
async function runAll(job: Job, steps: readonly RunStep[]): Promise<{ code: number | null; output: string }> {
  const [first, ...others] = steps;
  expect(first?.run).toBe('npm ci');
  let outcome: { code: number | null; output: string } = { code: null, output: '' };
  for (const step of others) {
    // oxlint-disable-next-line no-await-in-loop -- One after the other.
    outcome = await job.run(step);
    if (outcome.code !== 0) return outcome;
  }
  return outcome;
}

async function text(job: Job, file: string): Promise<string> {
  return readFile(join(job.folder, file), 'utf8');
}

test('the action: exit code 0, and every report is written where the inputs say', async () => {
  const job = await startJob();
  const url = await mockUrl({ dialect: 'portal' });
  await writeFile(join(job.folder, `what's "known".yaml`), '[]');
  const { code, output } = await runAction(job, {
    url,
    dialect: 'portal',
    include: 'portal-list-limit',
    'api-key': apiKey,
    'guest-key': 'guest-0123456789',
    known: `what's "known".yaml`,
    junit: `reports/it's a $(touch x) "report".xml`,
    sarif: 'contract.sarif',
    json: 'contract.json',
    har: 'traffic.har',
  });
  expect(output).toMatch(/\d+ passed/u);
  expect(code).toBe(0);
  expect(await job.summary()).toMatch(/^#.* against the contract of the portal/mu);
  expect(await text(job, `reports/it's a $(touch x) "report".xml`)).toContain('<testsuite');
  expect(JSON.parse(await text(job, 'contract.sarif'))).toMatchObject({ version: '2.1.0' });
  expect(JSON.parse(await text(job, 'contract.json'))).toHaveProperty('checks');
  expect(JSON.parse(await text(job, 'traffic.har'))).toHaveProperty('log.entries');
  const written = await Promise.all(['contract.json', 'traffic.har'].map((file) => text(job, file)));
  expect([output, await job.summary(), ...written].join('')).not.toMatch(/0123456789/u);
  expect(await readdir(job.folder)).not.toContain('x');
});

test('the action: exit code 1 where the contract is broken, which the summary says', async () => {
  const job = await startJob();
  const inputs = { url: await brokenPortal(), include: 'portal-list-limit-51', junit: 'contract.xml' };
  const [step] = await actionSteps(inputs);
  // The key may also come from the variable of the job.
  const { code } = await job.run({ run: step?.run ?? '', env: { ...step?.env, DOCSPACE_API_KEY: apiKey } });
  expect(code).toBe(1);
  expect(await job.summary()).toMatch(/answered 500; expected 400/u);
  expect(await text(job, 'contract.xml')).toContain('<failure');
});

test('the action without a URL checks the embedded mock', async () => {
  const job = await startJob();
  const { code } = await runAction(job, { include: 'guide-client-unknown-id' });
  expect(code).toBe(0);
  expect(await job.summary()).toMatch(/passed/u);
});

test.each<Record<string, string>>([
  { url: '$(touch x)' },
  { url: 'http://127.0.0.1:1/`touch x`' },
  { dialect: `guide"; touch x; "` },
  { include: `'; touch x; '` },
  { known: '$(touch x)' },
  { junit: 'a.xml --report=json=x' },
  { 'api-key': '$(touch x)', url: 'http://127.0.0.1:1' },
])('the action: %j is no command, and no option', async (inputs) => {
  const job = await startJob();
  const { code, output } = await runAction(job, { include: 'guide-client-unknown-id', ...inputs });
  const files = await readdir(job.folder);
  expect(files).not.toContain('x');
  if (inputs['junit'] === undefined) {
    expect(output).toMatch(/^Error: /mu);
    expect(code).toBe(2);
  } else {
    expect(files).toContain(inputs['junit']);
  }
});

test('an input that stood in the script itself would be a command', async () => {
  const job = await startJob();
  const [step] = await actionSteps({ include: 'guide-client-unknown-id' });
  const spliced = step?.run.replace(/\$\{CHECK_URL:.*\}/u, '"--url=$(touch x)"') ?? '';
  await job.run({ run: spliced, env: step?.env ?? {} });
  expect(await readdir(job.folder)).toContain('x');
});

test('the action: exit code 2 where nothing listens', async () => {
  const job = await startJob();
  const url = `http://127.0.0.1:${await freePort()}`;
  const { code, output } = await runAction(job, { url, 'api-key': apiKey });
  expect(output).toMatch(/^Error: .*127\.0\.0\.1/mu);
  expect(code).toBe(2);
});

test('the workflow of a team that has only the mock: it starts the mock and checks it', async () => {
  const job = await startJob();
  const port = String(await freePort());
  const steps = await workflowSteps('ci/mock.yml', { 'env.MOCK_PORT': port });
  const { code, output } = await runAll(job, steps);
  expect(output).toContain(`127.0.0.1:${port} against the contract of the portal`);
  expect(code).toBe(0);
  expect(await text(job, 'contract.xml')).toContain('<testsuite');
});

test('the nightly workflow: what is known passes, what is not fails, and both are in the SARIF report', async () => {
  const job = await startJob();
  const steps = await workflowSteps('ci/nightly.yml', {
    'vars.DOCSPACE_URL': await brokenPortal(),
    'secrets.DOCSPACE_API_KEY': apiKey,
  });
  const example = (await read('ci/known-deviations.yaml')).replace(/\d{4}-\d\d-\d\d/u, '9999-12-31');
  const known = join(job.folder, 'known-deviations.yaml');
  await writeFile(known, example);
  expect((await runAll(job, steps)).code).toBe(1);
  const others = ['zero', 'negative'].map((limit) => example.replace('limit-51', `limit-${limit}`));
  await writeFile(known, [example, ...others].join('\n'));
  const { code, output } = await runAll(job, steps);
  expect(output).toMatch(/3 known/u);
  expect(code).toBe(0);
  expect(await text(job, 'contract.sarif')).toContain('"suppressions"');
});

test('the script of GitLab: exit codes 0, 1 and 2, and the reports that the job keeps', async () => {
  const job = await startJob();
  const script = await gitlabScript();
  const run = (url: string): Promise<{ code: number | null }> => {
    const env = { DOCSPACE_URL: url, DOCSPACE_API_KEY: apiKey };
    return runAll(
      job,
      script.map((line) => ({ run: line, env })),
    );
  };
  expect((await run(await mockUrl({ dialect: 'guide' }))).code).toBe(0);
  expect((await run(await brokenPortal())).code).toBe(1);
  expect(await text(job, 'contract.xml')).toContain('<failure');
  expect(await text(job, 'contract.md')).toMatch(/answered 500/u);
  expect((await run('http://127.0.0.1:1')).code).toBe(2);
});

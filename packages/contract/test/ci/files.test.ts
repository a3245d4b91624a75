import { fileURLToPath } from 'node:url';
import { readKnown } from '@docspace-oauth/findings/known-file';
import { expect, test } from 'vitest';
import { loadCases } from '../../src/cases/load-cases.ts';
import { help } from '../../src/command/check.ts';
import { rules } from '../../src/run/rules.ts';
import { objections, objectionsToAction } from './github-parser.ts';
import { actionFile, gitlabScript, read, readAction, readWorkflow, workflowFiles } from './pipeline-files.ts';

/** Every `run` of the action and the workflows, and the script of GitLab. */
async function scripts(): Promise<string[]> {
  const { runs } = await readAction();
  const workflows = await Promise.all(workflowFiles.map(readWorkflow));
  const steps = [...runs.steps, ...workflows.flatMap(({ jobs }) => jobs.contract.steps)];
  return [...steps.flatMap(({ run }) => run ?? []), ...(await gitlabScript())];
}

test.each(workflowFiles)('%s is a workflow to GitHub', async (file) => {
  const content = await read(file);
  expect(await objections(content)).toEqual([]);
  expect(await objections(content.replace('timeout-minutes', 'timeout-minute'))).not.toEqual([]);
  expect(await objections(content.replace('contents: read', 'contents: none of it'))).not.toEqual([]);
});

test('the action is one to GitHub', async () => {
  const content = await read(actionFile);
  expect(objectionsToAction(content)).toEqual([]);
  expect(objectionsToAction(content.replace('using: composite', 'using: bash'))).not.toEqual([]);
  expect(objectionsToAction(content.replace('    - shell: bash\n', '    -\n'))).not.toEqual([]);
});

/** The actions of others that a workflow uses without a commit and the version that it is, as `name@commit # v1.2.3`. */
function unpinned(text: string): string[] {
  const uses = [...text.matchAll(/uses: (?!\.\/)(.*)/gu)].map(([, used = '']) => used);
  return uses.filter((used) => !/^\S+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u.test(used));
}

test.each(workflowFiles)(
  '%s pins the actions of others, as the workflow of this project does',
  async (file) => {
    const ours = await read('../../.github/workflows/ci.yml');
    const text = await read(file);
    expect(unpinned(text)).toEqual([]);
    expect(unpinned(text.replace(/@[0-9a-f]{40} # v/u, '@v'))).toHaveLength(1);
    for (const [line] of text.matchAll(/uses: actions\/(?:checkout|setup-node)@.*/gu)) {
      expect(ours).toContain(line);
    }
  },
);

test('a workflow may read the repository, and only the one with SARIF may do more', async () => {
  const [mock, nightly] = await Promise.all(workflowFiles.map(readWorkflow));
  expect(mock?.permissions).toEqual({ contents: 'read' });
  expect(mock?.jobs.contract.permissions).toBeUndefined();
  expect(nightly?.permissions).toEqual({});
  expect(nightly?.jobs.contract.permissions).toEqual({
    contents: 'read',
    actions: 'read',
    'security-events': 'write',
  });
});

test('no script has an expression in it, which could bring commands of its own', async () => {
  const all = await scripts();
  expect(all.length).toBeGreaterThan(5);
  expect(all.filter((script) => script.includes('${{'))).toEqual([]);
});

/** The options in a script that neither npx nor the command has. */
function unknownOptions(script: string): string[] {
  const known = new Set(['--no', ...(help.match(/(?<=^ {2})--[a-z-]+/gmu) ?? [])]);
  const options = script.match(/(?<=["\s+])--[a-z-]+(?=[="\s}])/gu) ?? [];
  if (options.length < 3) throw new Error('This is no call with options.');
  return options.filter((option) => !known.has(option));
}

test('every option that a script gives is in --help', async () => {
  const calls = (await scripts()).filter((script) => script.includes('docspace-contract check'));
  expect(calls).toHaveLength(2);
  for (const call of calls) {
    expect(unknownOptions(call)).toEqual([]);
    expect(unknownOptions(call.replace('--url', '--uri'))).toEqual(['--uri']);
  }
});

test('every input of the action reaches the command, and nothing else does', async () => {
  const { inputs, runs } = await readAction();
  const [step] = runs.steps;
  const taken = Object.values(step?.env ?? {}).map(
    (value) => /^\$\{\{ inputs\.(\S+) \}\}$/u.exec(value)?.[1],
  );
  expect(taken).toEqual(Object.keys(inputs));
  const used = new Set(step?.run.match(/CHECK_\w+/gu));
  expect([...used].toSorted()).toEqual(Object.keys(step?.env ?? {}).toSorted());
  // One command, over several lines.
  expect(step?.run.trim().split(/(?<!\\)\n/u)).toHaveLength(1);
});

test('the example of known deviations is one that --known reads, about a rule and a case that there are', async () => {
  const file = fileURLToPath(new URL('../../ci/known-deviations.yaml', import.meta.url));
  const { deviations } = await readKnown(file, '.');
  expect(deviations).toHaveLength(1);
  const ids = (await loadCases()).map(({ id }) => id);
  for (const { rule, subject } of deviations) {
    expect(rules.map(({ id }) => id)).toContain(rule);
    expect(ids).toContain(subject);
  }
});

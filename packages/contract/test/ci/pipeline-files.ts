import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

/** A file of this package, or of the repository around it, by its path in the package. */
export function read(path: string): Promise<string> {
  return readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
}

export const actionFile = '../../.github/actions/contract-check/action.yml';
export const workflowFiles = ['ci/mock.yml', 'ci/nightly.yml'] as const;
export const gitlabFile = 'ci/gitlab.yml';

/** A `run` of a workflow with the variables that it gets. */
export interface RunStep {
  readonly run: string;
  readonly env: Readonly<Record<string, string>>;
}

/** What `${{ … }}` refers to: `inputs.url`, `secrets.DOCSPACE_API_KEY`. */
export type Values = Readonly<Record<string, string>>;

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
}

interface Job {
  readonly env?: Readonly<Record<string, string | number>>;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<'contract', Job & { readonly permissions?: Record<string, string> }>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly steps: readonly (Required<Pick<Step, 'run' | 'env'>> & { shell: string })[] };
}

export async function readWorkflow(file: string): Promise<Workflow> {
  return parse(await read(file)) as Workflow;
}

export async function readAction(): Promise<Action> {
  return parse(await read(actionFile)) as Action;
}

/** The steps of the action for inputs; those that are not given have their defaults. */
export async function actionSteps(inputs: Values): Promise<RunStep[]> {
  const action = await readAction();
  const unknown = Object.keys(inputs).filter((name) => action.inputs[name] === undefined);
  if (unknown.length > 0) throw new Error(`The action has no input ${unknown.join(', ')}.`);
  const values = Object.fromEntries(
    Object.entries(action.inputs).map(([name, input]) => [
      `inputs.${name}`,
      inputs[name] ?? input.default ?? '',
    ]),
  );
  return action.runs.steps.map(({ run, env }) => ({ run, env: filled(env, values) }));
}

/** What a job of a workflow runs, with the steps of our action in its place; other actions belong to GitHub. */
export async function workflowSteps(file: string, given: Values): Promise<RunStep[]> {
  const job = (await readWorkflow(file)).jobs.contract;
  const variables = Object.entries(job.env ?? {}).map(([name, value]) => [`env.${name}`, String(value)]);
  const values: Values = { ...(Object.fromEntries(variables) as Values), ...given };
  const env = Object.fromEntries(
    Object.keys(job.env ?? {}).map((name) => [name, values[`env.${name}`] ?? '']),
  );
  const steps = await Promise.all(
    job.steps.map(async (step) => {
      if (step.run !== undefined)
        return [{ run: step.run, env: { ...env, ...filled(step.env ?? {}, values) } }];
      if (step.uses !== './.github/actions/contract-check') return [];
      const own = await actionSteps(filled(step.with ?? {}, values));
      return own.map(({ run, env: inputs }) => ({ run, env: { ...env, ...inputs } }));
    }),
  );
  return steps.flat();
}

export async function gitlabScript(): Promise<string[]> {
  return (parse(await read(gitlabFile)) as { 'contract-check': { script: string[] } })['contract-check']
    .script;
}

function filled(texts: Readonly<Record<string, string>>, values: Values): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, fill(text, values)]));
}

/** A name stands for its value, as in GitHub one that is not set for nothing. No other expression is in use here. */
function fill(text: string, values: Values): string {
  return text.replaceAll(/\$\{\{\s*(.*?)\s*\}\}/gu, (_, expression: string) => {
    if (!/^(?:inputs|env|vars|secrets)\.[\w-]+$/u.test(expression)) {
      throw new Error(`This test cannot evaluate $\{{ ${expression} }}.`);
    }
    return values[expression] ?? '';
  });
}

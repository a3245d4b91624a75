import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { redocly } from '../src/node/redocly.ts';
import type { Bundle, Dialect } from './bundles.ts';
import { dialects, readBundle, resolve } from './bundles.ts';

interface Step {
  stepId: string;
  operationId: string;
  parameters?: { name: string; in: string; value: unknown }[];
}

interface Workflows {
  sourceDescriptions: { name: string; url: string }[];
  workflows: { steps: Step[] }[];
}

const textOf = (dialect: Dialect): Promise<string> =>
  readFile(new URL(`../five-steps.${dialect}.arazzo.yaml`, import.meta.url), 'utf8');

/** What a workflow names that its contract does not have, and operations of the contract that it leaves out. */
function mismatches({ sourceDescriptions, workflows }: Workflows, bundle: Bundle): string[] {
  const [source] = sourceDescriptions;
  const operations = new Map(Object.values(bundle.paths).map(({ get }) => [get.operationId, get]));
  const left = new Set(operations.keys());
  const wrong = workflows.flatMap(({ steps }) =>
    steps.flatMap(({ stepId, operationId, parameters = [] }) => {
      const id = operationId.replace(`$sourceDescriptions.${source?.name}.`, '');
      const operation = operations.get(id);
      if (!operation) return [`${stepId}: ${operationId}`];
      left.delete(id);
      const declared = (operation.parameters ?? []).map((one) => resolve(bundle, one).name);
      const credential = operation.security.length > 0 ? ['Authorization', 'x-signature'] : [];
      return parameters
        .map(({ name }) => name)
        .filter((name) => !declared.includes(name) && !credential.includes(name))
        .map((name) => `${stepId}: parameter ${name}`);
    }),
  );
  return [...wrong, ...[...left].map((id) => `no step: ${id}`)];
}

test.each(dialects)(
  'the five steps of the %s use its bundle, each operation with its parameters',
  async (dialect) => {
    const text = await textOf(dialect);
    const workflows = parse(text, { merge: true }) as Workflows;
    expect(workflows.sourceDescriptions.map(({ url }) => url)).toEqual([`./dist/${dialect}.json`]);
    const bundle = readBundle(dialect);
    expect(mismatches(workflows, bundle)).toEqual([]);

    const broken = text
      .replace('.getClientInfo\n', '.getClientInfos\n')
      .replaceAll('name: id\n', 'name: ids\n');
    const found = mismatches(parse(broken, { merge: true }) as Workflows, bundle);
    expect(found).toContain('read-public-information: parameter ids');
    expect(found).toContain('no step: getClientInfo');
  },
);

test('lint reports a step without an operation and an input that is required but not declared', async ({
  onTestFinished,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'docspace-workflow-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const lint = async (text: string): Promise<string[]> => {
    await writeFile(join(folder, 'steps.arazzo.yaml'), text);
    const { stdout } = await redocly(folder, ['lint', 'steps.arazzo.yaml', '--format=json']);
    const { problems } = JSON.parse(stdout) as { problems: { ruleId: string }[] };
    return problems.map(({ ruleId }) => ruleId);
  };
  const text = await textOf('portal');
  expect(await lint(text)).toEqual([]);
  expect(await lint(text.replace(/ +operationId: .*getClients\n/u, ''))).toEqual(['struct']);
  expect(await lint(text.replace('        apiKey:\n', '        key:\n'))).toEqual([
    'no-required-schema-properties-undefined',
  ]);
});

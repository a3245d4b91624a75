import type { Dialect } from '@docspace-oauth/openapi';
import { dialects, operationsOf } from '@docspace-oauth/openapi';
import { readDocument, sourceFolder } from '@docspace-oauth/openapi/node';
import { startMock } from '@docspace-oauth/mock';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Outcome } from './command.ts';
import { commands, runScript } from './command.ts';

interface Options {
  apiKey?: string;
  scenario?: string;
}

/**
 * Runs the workflow of a dialect against the mock, with the key where no list of processes shows it. Reports as JSON or HAR
 * have the token in clear text, so none is written.
 */
async function respect(
  dialect: Dialect,
  { apiKey = 'admin-1', scenario }: Options = {},
): Promise<Outcome & { asked: (string | undefined)[] }> {
  const mock = await startMock({ dialect, scenario });
  onTestFinished(() => mock.close());
  const args = ['respect', `five-steps.${dialect}.arazzo.yaml`, '-S', `${dialect}=${mock.url}`];
  const env = { REDOCLY_CLI_RESPECT_INPUT: `apiKey=${apiKey}` };
  const outcome = await runScript(commands.redocly, args, sourceFolder, env);
  expect(outcome.output).not.toContain(apiKey);
  expect(outcome.output).not.toMatch(/eyJ[\w-]+\.[\w-]+/u);
  return { ...outcome, asked: mock.requests.map(({ operationId }) => operationId) };
}

describe.each(dialects)('the five steps of the %s', (dialect) => {
  test('pass against the mock, with each operation of the contract', async () => {
    const { status, output, asked } = await respect(dialect);
    const operations = operationsOf(await readDocument(dialect)).map(({ operationId }) => operationId);
    expect(asked).toHaveLength(operations.length);
    expect(new Set(asked)).toEqual(new Set(operations));
    expect(output).toContain(`Steps: ${operations.length} passed, ${operations.length} total`);
    expect(status).toBe(0);
  });

  test('fail at the first step against a mock that fails', async () => {
    const { status, output, asked } = await respect(dialect, { scenario: 'failing' });
    expect(asked).toHaveLength(1);
    expect(output).toContain('Steps: 1 failed, 1 total');
    expect(status).toBe(1);
  });

  test('fail at the list for a guest', async () => {
    const { status, output, asked } = await respect(dialect, { apiKey: 'guest-1' });
    expect(asked.at(-1)).toBe('getClients');
    expect(output).toContain('✗ success criteria check - $statusCode == 200');
    expect(status).toBe(1);
  });
});

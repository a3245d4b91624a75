import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Report } from '@docspace-oauth/findings/report';
import { afterAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { help, run } from '../../src/drift/command.ts';
import { runCommand } from '../run-command.ts';
import type { Json } from './our-contract.ts';
import { inside, ourContract } from './our-contract.ts';

const folder = await mkdtemp(join(tmpdir(), 'docspace-drift-'));
afterAll(() => rm(folder, { recursive: true }));

async function drift(text: string, ...more: string[]): ReturnType<typeof runCommand> {
  await writeFile(join(folder, 'other.yaml'), text);
  return runCommand(run, folder, ['--against', 'other.yaml', ...more]);
}

async function report(text: string): Promise<Report & { code: number }> {
  const { code, stdout } = await drift(text, '--report', 'json');
  return { ...(JSON.parse(stdout) as Report), code };
}

/** The findings as `rule subject`. */
async function findings(document: Json): Promise<string[]> {
  return (await report(JSON.stringify(document))).findings.map(({ rule, subject }) => `${rule} ${subject}`);
}

describe('the same', () => {
  test('is our own contract, as JSON and as YAML: exit code 0', async () => {
    const document = await ourContract();
    const texts = [JSON.stringify(document), stringify(document, { aliasDuplicateObjects: false })];
    const [json, yaml] = [await report(texts[0] ?? ''), await report(`\uFEFF${texts[1]}`)];
    expect([json.code, yaml.code]).toEqual([0, 0]);
    expect(json.findings).toEqual([]);
    expect(json.checks.length).toBeGreaterThan(1000);
    expect(yaml.checks).toEqual(json.checks);
  });

  test('is the contract under the newer prefix, with other names of path parameters and without a prefix', async () => {
    for (const rename of [
      (path: string) => path.replace('/api/2.0/', '/api/2.0/oauth2/').replace('{id}', '{clientId}'),
      (path: string) => path.replace('/api/2.0', ''),
    ]) {
      const document = await ourContract();
      const text = JSON.stringify({ ...document, paths: {} });
      const paths = Object.fromEntries(
        Object.entries(document.paths).map(([path, item]) => [
          rename(path),
          JSON.parse(
            JSON.stringify(item).replaceAll(
              '"#/components/parameters/id"',
              '"#/components/parameters/clientId"',
            ),
          ),
        ]),
      );
      const renamed = JSON.parse(text) as Json;
      const parameters = inside(renamed, 'components', 'parameters');
      parameters['clientId'] = { ...inside(parameters, 'id'), name: rename('/{id}').slice(2, -1) };
      // oxlint-disable-next-line no-await-in-loop -- one file for all
      expect(await findings({ ...renamed, paths })).toEqual([]);
    }
  });

  test('is what OpenAPI 3.0 says with nullable', async () => {
    const document = JSON.parse(
      JSON.stringify(await ourContract()).replaceAll(
        '"type":["string","null"]',
        '"type":"string","nullable":true',
      ),
    ) as Json;
    expect(await findings({ ...document, openapi: '3.0.3' })).toEqual([]);
  });
});

describe('a difference', () => {
  const item = (document: Json): Json => inside(document, 'components', 'schemas', 'OAuthClient');
  const list = (document: Json): Json => inside(document, 'paths', '/api/2.0/clients', 'get');
  const body = 'getClients response 200 application/json body';

  test.each<[what: string, change: (document: Json) => void, finding: string]>([
    [
      'an operation',
      (it) => delete inside(it, 'paths')['/api/2.0/clients/info'],
      'drift-absent-there getClientsInfo',
    ],
    [
      'a parameter',
      (it) => (list(it)['parameters'] as Json[]).shift(),
      'drift-absent-there getClients query parameter limit',
    ],
    [
      'a parameter that only they have',
      (it) => (list(it)['parameters'] as Json[]).push({ name: 'q', in: 'query', schema: { type: 'string' } }),
      'drift-absent-here getClients query parameter q',
    ],
    [
      'a required parameter',
      (it) => (inside(it, 'components', 'parameters', 'limit')['required'] = true),
      'drift-differs getClients query parameter limit: required',
    ],
    [
      'the type of a parameter',
      (it) => (inside(it, 'components', 'parameters', 'limit', 'schema')['type'] = 'string'),
      'drift-differs getClients query parameter limit: type',
    ],
    [
      'a status',
      (it) => delete inside(list(it), 'responses')['429'],
      'drift-absent-there getClients response 429',
    ],
    [
      'a status that only they have',
      (it) => (inside(list(it), 'responses')['4xx'] = { description: '' }),
      'drift-absent-here getClients response 4XX',
    ],
    [
      'a media type',
      (it) => delete inside(it, 'components', 'responses', 'BadPage', 'content')['application/problem+json'],
      'drift-absent-there getClients response 400 application/problem+json',
    ],
    [
      'a property',
      (it) => delete inside(item(it), 'properties')['tenant'],
      `drift-absent-there ${body}.data[].tenant`,
    ],
    [
      'a property that only they have',
      (it) => (inside(item(it), 'properties')['__proto__ of theirs'] = { type: 'string' }),
      `drift-absent-here ${body}.data[].__proto__ of theirs`,
    ],
    [
      'the type of a property',
      (it) => (inside(item(it), 'properties', 'name')['type'] = 'integer'),
      `drift-differs ${body}.data[].name: type`,
    ],
    [
      'a property that may be null',
      (it) => (inside(item(it), 'properties', 'name')['type'] = ['string', 'null']),
      `drift-differs ${body}.data[].name: nullable`,
    ],
    [
      'a property that is not required',
      (it) => (item(it)['required'] = (item(it)['required'] as string[]).filter((name) => name !== 'name')),
      `drift-differs ${body}.data[].name: required`,
    ],
    [
      'the items of an array',
      (it) => (inside(item(it), 'properties', 'scopes', 'items')['type'] = 'object'),
      `drift-differs ${body}.data[].scopes[]: type`,
    ],
  ])('%s is found, and nothing else in that operation: exit code 1', async (_, change, finding) => {
    const document = await ourContract();
    change(document);
    const found = await findings(document);
    expect(found).toContain(finding);
    const operation = /getClients?(?:Info)?/u.exec(finding)?.[0] ?? '';
    expect(
      found.filter((other) => other.split(' ')[1]?.startsWith(operation) && other.includes(` ${operation} `)),
    ).toEqual(finding.includes(` ${operation} `) ? [finding] : []);
  });

  test('of a document in other words: what is said in another way is the same, what is not is told', async () => {
    const path = fileURLToPath(new URL('other-portal.yaml', import.meta.url));
    const { code, stdout } = await runCommand(run, folder, ['--against', path, '--report', 'json']);
    const { checks, findings: all, remarks } = JSON.parse(stdout) as Report;
    const told = all.map(({ rule, subject }) => `${rule} ${subject}`);
    expect(told.filter((text) => /getClients (?:query|header)/u.test(text))).toEqual([
      'drift-differs getClients query parameter limit: type',
      'drift-differs getClients query parameter limit: required',
      'drift-absent-here getClients header parameter x-trace',
    ]);
    expect(told).toContain('drift-absent-here getClients response 418');
    expect(told).toContain('drift-absent-there getClientsInfo');
    expect(told).toContain('drift-absent-there getClient response 200');
    expect(told).toContain(`drift-differs ${body}.last_created_on: nullable`);
    expect(told).toContain(`drift-differs ${body}.limit: type`);
    expect(told).toContain(`drift-differs ${body}.data[].name: nullable`);
    expect(told).toContain(`drift-absent-here ${body}.data[].parent`);
    const same = checks.filter(({ outcome }) => outcome === 'passed').map(({ id }) => id);
    expect(same).toContain(`${body}.last_client_id: nullable`);
    expect(same).toContain(`${body}.data[].client_id: type`);
    expect(same).toContain('getClient path parameter 1: type');
    expect(remarks.join('\n')).toContain('were not followed: https://example.com/responses.yaml#/NotFound.');
    expect(remarks).toContain('getClients is at /api/2.0/oauth2/clients there.');
    expect(code).toBe(1);
  });
});

describe('a document that cannot be compared: exit code 2', () => {
  const around = (schema: string): string =>
    `openapi: 3.1.0\npaths: {/clients: {get: {responses: {'200': {content: {application/json: {schema: ${schema}}}}}}}}\n`;
  const deep = '[{"allOf":'.repeat(3000);
  test.each([
    ['empty', '', 'it holds no object'],
    ['no OpenAPI', 'a: 1', 'it has no field openapi'],
    ['Swagger', 'swagger: "2.0"', 'it is Swagger'],
    ['of another version', 'openapi: 4.0.0', 'its version is not one of 3.0, 3.1 and 3.2'],
    ['a version that is no text', 'openapi: 3.1', 'its version is not one of'],
    [
      'of something else',
      'openapi: 3.1.0\npaths: {/pets: {get: {}}}',
      'describes none of the five operations',
    ],
    ['without paths', 'openapi: 3.1.0\npaths: 1', 'describes none of the five operations'],
    ['broken YAML', 'openapi: 3.1.0\npaths: [\n', 'other.yaml:3:1 is neither JSON nor YAML'],
    [
      'broken JSON',
      '{"openapi": "3.1.0",\n  "paths": {"a" "b"}}',
      'other.yaml:2:17 is neither JSON nor YAML',
    ],
    [
      'nested too deeply, in JSON',
      `{"openapi":"3.1.0","paths":{"/clients":{"get":{"responses":{"200":{"content":{"application/json":{"schema":{"allOf":${deep}{}${'}]'.repeat(3000)}}}}}}}}}}`,
      'nested too deeply: the operations',
    ],
    ['nested too deeply, in YAML', around(`{allOf: ${deep}{}${'}]'.repeat(3000)}}`), 'nested too deeply'],
    [
      'a bomb of aliases',
      `a: &a [x]\n${'bcdefghi'
        .split('')
        .map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]},`.repeat(20)}]`)
        .join('\n')}\n`,
      'Excessive alias count',
    ],
  ])('%s', async (_, text, sentence) => {
    const { code, stderr } = await drift(text);
    expect(stderr).toContain(sentence);
    expect(code).toBe(2);
  });

  test.each([
    [['--against', 'nowhere.yaml'], 'nowhere.yaml does not exist.'],
    [['--against', '.'], '. is a folder.'],
    [[], '--against is missing.'],
    [['--against', ''], '--against is missing.'],
    [['--agains', 'x'], "Unknown option '--agains'."],
  ])('%j', async (args, sentence) => {
    const { code, stderr } = await runCommand(run, folder, args);
    expect(stderr).toContain(sentence);
    expect(code).toBe(2);
  });
});

test('a schema that is a branch of itself has an end', async () => {
  const schemas = {
    A: { anyOf: [{ $ref: '#/components/schemas/B' }, { type: 'string' }] },
    B: { $ref: '#/components/schemas/A' },
  };
  const responses = {
    '200': { content: { 'application/json': { schema: { $ref: '#/components/schemas/A' } } } },
  };
  const found = await findings({
    openapi: '3.1.0',
    paths: { '/clients': { get: { responses } } },
    components: { schemas },
  });
  expect(found).toContain('drift-differs getClients response 200 application/json body: type');
});

test('a schema in which branches double at each step is given up', async () => {
  const step = (index: number): Json => ({
    anyOf: [1, 2].map((side) => ({
      allOf: [{ $ref: `#/components/schemas/S${index + 1}` }, { minLength: side }],
    })),
  });
  const schemas = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`S${index}`, step(index)]));
  const { code, stderr } = await drift(
    JSON.stringify({
      openapi: '3.1.0',
      paths: {
        '/clients': {
          get: {
            responses: {
              '200': { content: { 'application/json': { schema: { $ref: '#/components/schemas/S0' } } } },
            },
          },
        },
      },
      components: { schemas },
    }),
  );
  expect(stderr).toContain('is too intricate');
  expect(code).toBe(2);
});

test('the help fits a terminal of 120 columns', () => {
  expect(help.split('\n').filter((line) => line.length > 120)).toEqual([]);
});

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { SchemaError } from '../src/checks.ts';
import { dialects } from '../src/dialects.ts';
import type { OpenApiDocument } from '../src/document.ts';
import { compileChecks } from '../src/node/compile-checks.ts';
import { readDocument } from '../src/node/read-document.ts';
import { schemaPlaces } from '../src/node/schemas.ts';
import { operationsOf } from '../src/operations.ts';
import { precompiledChecks } from '../src/precompiled.ts';
import { resolve } from '../src/reference.ts';
import { successErrors } from '../src/success.ts';

/** Every JSON example of a document's responses. */
function examplesOf(
  document: OpenApiDocument,
): [operationId: string, status: number, mediaType: string, value: object][] {
  return operationsOf(document).flatMap(({ operationId, responses }) =>
    [...responses].flatMap(([status, { content = {} }]) =>
      Object.entries(content).flatMap(([mediaType, { examples }]) =>
        Object.values(examples).flatMap((example) => {
          const { value } = resolve(document, example);
          return typeof value === 'object' && value !== null
            ? [[operationId, status, mediaType, value] as [string, number, string, object]]
            : [];
        }),
      ),
    ),
  );
}

/** Copies of a value, each without one of its fields or with one of another type. */
function spoiled(value: object): object[] {
  return Object.keys(value).flatMap((key) => {
    const without = Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
    const wrong = { ...value, [key]: { unexpected: true } };
    const inner: unknown = Reflect.get(value, key);
    const deeper = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? spoiled(inner) : [];
    return [without, wrong, ...deeper.map((changed) => ({ ...value, [key]: changed }))];
  });
}

describe.each(dialects)('%s', (dialect) => {
  test('precompiled checks and Ajv give the same errors on every example and on spoiled copies of it', async () => {
    const document = await readDocument(dialect);
    const compiled = compileChecks(document);
    const precompiled = precompiledChecks(dialect);
    let broken = 0;
    for (const [operationId, status, mediaType, value] of examplesOf(document)) {
      expect(precompiled.body(operationId, status, mediaType, value)).toEqual([]);
      for (const copy of spoiled(value)) {
        const errors = precompiled.body(operationId, status, mediaType, copy);
        expect(errors).toEqual(compiled.body(operationId, status, mediaType, copy));
        if (errors?.length) broken++;
      }
    }
    expect(broken).toBeGreaterThan(200);
  });

  test('a success is also checked by the module that has nothing else', async () => {
    for (const [operationId, status, , value] of examplesOf(await readDocument(dialect))) {
      if (status !== 200) continue;
      expect(successErrors(dialect, operationId, value)).toEqual([]);
      expect(successErrors(dialect, operationId, 7)).not.toEqual([]);
    }
    expect(successErrors(dialect, 'toString', {})).toBeUndefined();
  });

  test('every declared parameter and header has its check', async () => {
    const checks = precompiledChecks(dialect);
    const places = schemaPlaces(await readDocument(dialect));
    expect(places.filter(({ kind }) => kind === 'headers').length).toBeGreaterThan(5);
    for (const { operationId, parameters, responses } of operationsOf(await readDocument(dialect))) {
      for (const { name } of parameters) expect(checks.parameter(operationId, name, [])).toBeDefined();
      for (const [status, { headers = {} }] of responses) {
        for (const name of Object.keys(headers)) {
          expect(checks.header(operationId, status, name.toUpperCase(), '1')).toEqual([]);
        }
      }
    }
  });
});

test('text stands for a number where the schema wants one, and only there', () => {
  const checks = precompiledChecks('portal');
  const keywords = (errors: SchemaError[] | undefined): string[] | undefined =>
    errors?.map(({ keyword }) => keyword);
  expect(checks.parameter('getClients', 'limit', ['50'])).toEqual([]);
  expect(keywords(checks.parameter('getClients', 'limit', ['51']))).toEqual(['maximum']);
  expect(keywords(checks.parameter('getClients', 'limit', ['abc']))).toEqual(['type']);
  expect(keywords(checks.parameter('getClients', 'limit', ['1', '2']))).toEqual(['type']);
  expect(checks.parameter('getClients', 'last_client_id', ['12'])).toEqual([]);
  expect(precompiledChecks('guide').parameter('getClientsInfo', 'ids', ['a'])).toEqual([]);
});

test('what the contract does not declare has no check', () => {
  const checks = precompiledChecks('portal');
  expect(checks.body('getClient', 418, 'application/json', {})).toBeUndefined();
  expect(checks.header('getClient', 200, 'X-Other', '1')).toBeUndefined();
  expect(checks.parameter('getClients', 'ids', ['a'])).toBeUndefined();
});

test('the precompiled checks run where code may not be made of text', async () => {
  const program = `import { precompiledChecks } from '@docspace-oauth/openapi';
    console.log(precompiledChecks('guide').body('getClient', 200, 'application/json', {}).length > 0);`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--disallow-code-generation-from-strings', '--input-type=module', '--eval', program],
    { cwd: import.meta.dirname },
  );
  expect(stdout.trim()).toBe('true');
});

test('a format that the contract uses without a definition fails instead of passing everything', () => {
  const schema = { type: 'string', format: 'hostname' };
  const document = {
    openapi: '3.1.0',
    info: { title: 'One operation', version: '1.0.0' },
    paths: {
      '/things': {
        get: {
          operationId: 'getThings',
          responses: {
            '200': { description: 'A thing.', content: { 'text/plain': { schema, examples: {} } } },
          },
        },
      },
    },
  };
  expect(() => compileChecks(document).body('getThings', 200, 'text/plain', 'x')).toThrow('hostname');
});

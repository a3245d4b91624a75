import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { SpanStatusCode, trace } from '@opentelemetry/api';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDocSpaceClient } from '../src/client.ts';
import type { DocSpaceHooks } from '../src/hooks.ts';
import { inTurn, json, startServer, text } from '@docspace-oauth/testing/server';

const here = fileURLToPath(new URL('.', import.meta.url));
const readmes = { package: '../README.md', root: '../../../README.md' };
// Inside the package, so that its own name resolves to what was built.
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(here, '.readme-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The code blocks of one language, in order. */
async function blocks(readme: string, language: string): Promise<string[]> {
  const page = await readFile(new URL(readme, import.meta.url), 'utf8');
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(
    ([, code]) => code ?? '',
  );
}

/** One module of a page's blocks: what an earlier block imports or declares, a later one uses. */
function moduleOf(code: string[]): string {
  const lines = code.join('\n').split('\n');
  const imports = lines.filter((line) => line.startsWith('import '));
  const rest = lines.filter((line) => !line.startsWith('import '));
  return [...new Set(imports), ...rest, 'export {};', ''].join('\n');
}

test.each(Object.entries(readmes))('the snippets of the %s README compile', async (name, readme) => {
  const code = await blocks(readme, 'ts');
  expect(code.length).toBeGreaterThan(0);
  const files = { [`${name}.ts`]: moduleOf(code), [`${name}.tsx`]: moduleOf(await blocks(readme, 'tsx')) };
  for (const [file, source] of Object.entries(files)) await writeFile(path.join(folder, file), source);
  const tsconfig = {
    extends: '../../tsconfig.json',
    compilerOptions: {
      isolatedDeclarations: false,
      declaration: false,
      noUnusedLocals: false,
      jsx: 'react-jsx',
    },
    include: [`${name}.ts`, `${name}.tsx`],
  };
  const config = path.join(folder, `tsconfig.${name}.json`);
  await writeFile(config, JSON.stringify(tsconfig));
  const tsc = fileURLToPath(new URL('bin/tsc', import.meta.resolve('typescript/package.json')));
  const outcome = await promisify(execFile)(process.execPath, [tsc, '-p', config]).catch(
    (error: unknown) => error,
  );
  expect((outcome as { stdout: string }).stdout).toBe('');
});

test('the OpenTelemetry recipe makes a span of each request', async () => {
  const exporter = new InMemorySpanExporter();
  trace.setGlobalTracerProvider(
    new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }),
  );
  const recipe = (await blocks(readmes.package, 'ts')).find((code) => code.includes('@opentelemetry/api'));
  const file = path.join(folder, 'recipe.ts');
  await writeFile(file, recipe ?? '');
  const { spans } = (await import(/* @vite-ignore */ file)) as { spans: DocSpaceHooks };

  const server = await startServer(inTurn(text(503, ''), json(200, [])));
  const docspace = createDocSpaceClient({
    baseUrl: server.url,
    dialect: 'guide',
    retry: { minDelayMs: 1 },
    hooks: spans,
  });
  await docspace.getClients();

  const finished = exporter.getFinishedSpans();
  expect(finished.map(({ name, status }) => [name, status.code])).toEqual([
    ['getClients', SpanStatusCode.ERROR],
    ['getClients', SpanStatusCode.UNSET],
  ]);
  expect(finished[1]?.attributes).toEqual({
    'http.request.method': 'GET',
    'url.full': `${server.url}/api/2.0/clients`,
    'http.request.resend_count': 1,
    'http.response.status_code': 200,
  });
});

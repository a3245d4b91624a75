/**
 * Compiles a validator for each operation's 200 body out of the bundles: Ajv works here, at build time, and what it
 * writes runs without it.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import standalone from 'ajv/dist/standalone/index.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { rolldown } from 'rolldown';

const dialects = ['guide', 'portal'] as const;
const out = new URL('../dist/validators.js', import.meta.url);

interface Bundle {
  paths: Record<string, { get: { operationId: string; responses: { '200': { $ref?: string } } } }>;
}

/** Where the schema of a 200 body stands in its bundle, behind a reference to a shared response if there is one. */
function schemaPointer(path: string, { responses }: Bundle['paths'][string]['get']): string {
  const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
  const own = ['', 'paths', path, 'get', 'responses', '200'].map(escaped).join('/');
  const response = responses['200'].$ref?.slice(1) ?? own;
  return encodeURI(`${response}/content/${escaped('application/json')}/schema`);
}

// An OpenAPI document is no schema, only a place that schemas stand in: its own keywords are not Ajv's business.
const ajv = new Ajv2020({
  strict: false,
  validateSchema: false,
  code: { source: true, esm: true },
  logger: {
    log: console.log,
    error: console.error,
    // Ajv only warns of a format that it does not know, and lets every value through.
    warn: (problem) => {
      throw new Error(String(problem));
    },
  },
});
// As patterns, which become part of the code; ajv-formats would bring all of its own along.
ajv.addFormat(
  'date-time',
  /^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-6]\d(?:\.\d+)?(?:Z|[+-][0-2]\d:[0-5]\d)$/i,
);
ajv.addFormat('uuid', /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i);
ajv.addFormat('int64', true);

const names: Record<string, string> = {};
for (const dialect of dialects) {
  const file = fileURLToPath(import.meta.resolve(`@docspace-oauth/openapi/${dialect}.json`));
  const bundle = JSON.parse(await readFile(file, 'utf8')) as Bundle;
  const id = `https://contract.invalid/${dialect}`;
  ajv.addSchema({ ...bundle, $id: id });
  for (const [path, { get }] of Object.entries(bundle.paths)) {
    const name = `${dialect}_${get.operationId}`;
    ajv.addSchema({ $id: `${id}/${name}`, $ref: `${id}#${schemaPointer(path, get)}` });
    names[name] = `${id}/${name}`;
  }
}

// What Ajv writes still requires small helpers of its own: they are bundled in.
const virtual = 'virtual:validators';
const source = standalone.default(ajv, names);
const bundle = await rolldown({
  input: virtual,
  platform: 'neutral',
  plugins: [
    {
      name: 'virtual',
      resolveId: (id) => (id === virtual ? fileURLToPath(new URL('validators.js', import.meta.url)) : null),
      load: (id) => (id.endsWith('validators.js') && !id.includes('node_modules') ? source : null),
    },
  ],
});
const { output } = await bundle.generate({ format: 'esm', minify: true });
await mkdir(new URL('.', out), { recursive: true });
await writeFile(out, output[0].code);
await writeFile(
  new URL('validators.d.ts', out),
  [
    'interface Validate { (body: unknown): boolean; errors?: { instancePath: string; message?: string }[] | null }',
    ...Object.keys(names).map((name) => `export declare const ${name}: Validate;`),
    '',
  ].join('\n'),
);

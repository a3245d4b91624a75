import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import standalone from 'ajv/dist/standalone/index.js';
import { rolldown } from 'rolldown';
import type { Dialect } from '../src/dialects.ts';
import type { OpenApiDocument } from '../src/document.ts';
import type { SchemaPlace } from '../src/node/schemas.ts';
import { createAjv, schemaPlaces } from '../src/node/schemas.ts';

/** A module to be written: validate functions by the name that they are exported by, and code that follows them. */
interface Source {
  readonly functions: Readonly<Record<string, { document: Dialect; pointer: string }>>;
  readonly tables: string;
  readonly types: string;
}

type Documents = Readonly<Record<Dialect, OpenApiDocument>>;

/**
 * Compiles the schemas of the bundles to code that needs no compiler at run time: one module for each dialect with the
 * checks of everything, and one with the bodies of a 200 alone, which a page can load without the rest.
 */
export async function precompile(documents: Documents, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const write = async (name: string, source: Source, allErrors: boolean): Promise<void> => {
    await writeFile(join(folder, `${name}.js`), await codeOf(documents, source, allErrors));
    await writeFile(join(folder, `${name}.d.ts`), source.types);
  };
  await write('guide', everything('guide', documents.guide), true);
  await write('portal', everything('portal', documents.portal), true);
  // Only the first broken place is told, so the checks may stop there.
  await write('success', successes(documents), false);
}

/** All checks of one dialect, in the tables that `createChecks` reads. */
function everything(dialect: Dialect, document: OpenApiDocument): Source {
  const places = schemaPlaces(document);
  const names = new Map(
    [...new Set(places.map(({ pointer }) => pointer))].map((at, index) => [at, `v${index}`]),
  );
  const entry = ({ kind, key, pointer, type }: SchemaPlace): string => {
    const validate = names.get(pointer) ?? '';
    const value = kind === 'bodies' ? validate : `{validate:${validate},type:${JSON.stringify(type)}}`;
    return `${JSON.stringify(key)}:${value}`;
  };
  const table = (kind: SchemaPlace['kind']): string => {
    const entries = places.filter((place) => place.kind === kind).map(entry);
    return `export const ${kind} = {${entries.join(',')}};`;
  };
  return {
    functions: Object.fromEntries(
      [...names].map(([pointer, name]) => [name, { document: dialect, pointer }]),
    ),
    tables: [table('bodies'), table('headers'), table('parameters')].join('\n'),
    types: `import type { CompiledSchemas } from '../../src/checks.ts';
export declare const bodies: CompiledSchemas['bodies'];
export declare const headers: CompiledSchemas['headers'];
export declare const parameters: CompiledSchemas['parameters'];
`,
  };
}

/** The bodies of a 200, a function for each operation of each dialect. */
function successes(documents: Documents): Source {
  const functions = Object.entries(documents).flatMap(([dialect, document]) =>
    schemaPlaces(document).flatMap(({ kind, key, pointer }) => {
      const [operationId = '', status] = key.split(' ');
      const wanted = kind === 'bodies' && status === '200';
      return wanted
        ? [[`${dialect}_${operationId}`, { document: dialect as Dialect, pointer }] as const]
        : [];
    }),
  );
  return {
    functions: Object.fromEntries(functions),
    tables: '',
    types: `import type { Validate } from '../../src/checks.ts';
${functions.map(([name]) => `export declare const ${name}: Validate;`).join('\n')}
`,
  };
}

async function codeOf(
  documents: Documents,
  { functions, tables }: Source,
  allErrors: boolean,
): Promise<string> {
  // A function for each schema instead of its code at each reference keeps the modules small.
  const ajv = createAjv({ allErrors, inlineRefs: false, code: { source: true, esm: true } });
  for (const [dialect, document] of Object.entries(documents)) {
    ajv.addSchema({ ...document, $id: idOf(dialect) });
  }
  const ids = Object.fromEntries(
    Object.entries(functions).map(([name, { document, pointer }]) => {
      const $id = `${idOf(document)}/${name}`;
      ajv.addSchema({ $id, $ref: `${idOf(document)}#${encodeURI(pointer)}` });
      return [name, $id];
    }),
  );
  return bundled(`${standalone.default(ajv, ids)}\n${tables}`);
}

function idOf(dialect: string): string {
  return `https://contract.invalid/${dialect}`;
}

/** What Ajv writes requires small helpers: they are bundled in. */
async function bundled(source: string): Promise<string> {
  // Named as if it lay beside this file, so that its imports are looked for from here.
  const entry = fileURLToPath(new URL('virtual-checks.js', import.meta.url));
  const build = await rolldown({
    input: entry,
    platform: 'neutral',
    plugins: [
      {
        name: 'virtual',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? source : null),
      },
    ],
  });
  const { output } = await build.generate({ format: 'esm', minify: true });
  return output[0].code;
}

import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { generatedFolder } from './contenders.ts';
import { ours, type Row } from './report.ts';
import { type Figures, inTurns, pick, type Samples } from './rounds.ts';

/** Milliseconds from the start of a Node process to its end. */
async function timeNode(args: readonly string[]): Promise<number> {
  const startedAt = performance.now();
  await promisify(execFile)(process.execPath, args).catch((error: { stdout: string; stderr: string }) => {
    throw new Error(`node ${args.join(' ')} failed:\n${error.stdout}${error.stderr}`);
  });
  return performance.now() - startedAt;
}

/** Times commands that are given as arguments of Node, by contender. */
async function timeInTurns(commands: Record<string, readonly string[]>, rounds: number): Promise<Samples> {
  const measure = async (name: string): Promise<Figures> => ({ ms: await timeNode(commands[name] ?? []) });
  return pick(await inTurns(Object.keys(commands), rounds, measure), 'ms');
}

const importing = (module: string): string[] => [
  '--input-type=module',
  '-e',
  `import ${JSON.stringify(module)};`,
];

export async function measureImport(rounds: number): Promise<Row> {
  const commands = {
    [ours]: importing(import.meta.resolve('@docspace-oauth/api')),
    'node -e 0': ['-e', '0'],
    'openapi-fetch': importing(import.meta.resolve('openapi-fetch')),
    'hey-api fetch': importing(new URL('fetch.js', generatedFolder).href),
    'hey-api axios': importing(new URL('axios.js', generatedFolder).href),
  };
  return {
    what: 'Node process that imports the package',
    unit: 'ms',
    samples: await timeInTurns(commands, rounds),
    beside: 'node -e 0',
    goal: { most: 1.15 },
  };
}

/** What someone waits who asks the command for its help: the start of Node and little else. */
export async function measureHelp(rounds: number): Promise<Row> {
  const program = fileURLToPath(import.meta.resolve('@docspace-oauth/cli/bin/docspace-oauth.js'));
  const commands = { [ours]: [program, '--help'], 'node -e 0': ['-e', '0'] };
  return {
    what: 'docspace-oauth --help',
    unit: 'ms',
    samples: await timeInTurns(commands, rounds),
    beside: 'node -e 0',
    goal: { most: 1.5 },
  };
}

/** Reads names from a list and an id from one client in either form of the guide's answer. */
const useOfData = `
export const names: string[] = (Array.isArray(data) ? data : (data?.response ?? [])).map(({ name }) => name);
export const one: string | undefined = single && ('response' in single ? single.response : single).client_id;
`;
const generatedConsumer = (transport: string): string => `
import { getClient, getClients } from '../../${transport}';
const { data } = await getClients();
const { data: single } = await getClient({ path: { id: 'id' } });
${useOfData}`;

/** One file that lists the clients and reads one: what a program that uses the package pays in `tsc`. */
const consumers: Record<string, string> = {
  [ours]: `
import { createDocSpaceClient } from '@docspace-oauth/api';
const docspace = createDocSpaceClient({ baseUrl: 'http://127.0.0.1' });
const { clients } = await docspace.getClients();
export const names: string[] = clients.map(({ name }) => name);
export const one: string = (await docspace.getClient('id')).client_id;
`,
  'openapi-fetch': `
import createClient from 'openapi-fetch';
import type { GuidePaths } from '@docspace-oauth/api';
const http = createClient<GuidePaths>({ baseUrl: 'http://127.0.0.1' });
const { data } = await http.GET('/api/2.0/clients');
const { data: single } = await http.GET('/api/2.0/clients/{id}', { params: { path: { id: 'id' } } });
${useOfData}`,
  'an empty file': 'export {};',
  'hey-api fetch': generatedConsumer('fetch'),
  'hey-api axios': generatedConsumer('axios'),
};

/** What `tsc --init` and the templates of bundlers agree on. */
const tsconfig = {
  compilerOptions: {
    target: 'es2022',
    module: 'preserve',
    lib: ['es2023', 'dom', 'dom.iterable'],
    types: ['node'],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
  },
};

export async function measureTypeCheck(rounds: number): Promise<Row> {
  const tsc = fileURLToPath(new URL('bin/tsc', import.meta.resolve('typescript7/package.json')));
  const commands: Record<string, readonly string[]> = {};
  for (const [index, [name, source]] of Object.entries(consumers).entries()) {
    const folder = new URL(`consumers/${index}/`, generatedFolder);
    await mkdir(folder, { recursive: true });
    await writeFile(new URL('consumer.ts', folder), source);
    await writeFile(new URL('tsconfig.json', folder), JSON.stringify(tsconfig));
    commands[name] = [tsc, '-p', fileURLToPath(folder)];
  }
  return {
    what: 'tsc of a one-file consumer',
    unit: 'ms',
    samples: await timeInTurns(commands, rounds),
    beside: 'openapi-fetch',
  };
}

/** Whole entries: the five methods and what configures them. */
const entries: Record<string, URL> = {
  [ours]: new URL(import.meta.resolve('@docspace-oauth/api')),
  'openapi-fetch': new URL(import.meta.resolve('openapi-fetch')),
  'hey-api fetch': new URL('fetch.ts', generatedFolder),
  'hey-api axios': new URL('axios.ts', generatedFolder),
};

/** Minified and gzipped, in kB, without what a page loads on demand. */
async function bundledSize(entry: URL): Promise<number> {
  const bundle = await rolldown({ input: fileURLToPath(entry), platform: 'browser' });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  const sizes = output.map((file) =>
    file.type === 'chunk' && !file.isDynamicEntry ? gzipSync(file.code, { level: 9 }).byteLength : 0,
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

/** rolldown and gzip: size-limit would bring esbuild, a second bundler with an install script, to do the same. */
export async function measureBundle(): Promise<Row> {
  const samples: Samples = {};
  for (const [name, entry] of Object.entries(entries)) samples[name] = [await bundledSize(entry)];
  return { what: 'Bundle of the five methods, gzipped', unit: 'kB', samples, goal: { most: 10 } };
}

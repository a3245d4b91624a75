import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { generatedFolder } from './paths.ts';
import { median, shuffled } from './statistics.ts';

type ConsumerName =
  | 'nothing (an empty file)'
  | 'docspace-oauth'
  | 'openapi-fetch'
  | 'hey-api fetch'
  | 'hey-api axios';

/** One file that lists the clients and reads one, with each client: what a program that uses it pays in `tsc`. */
const consumers: Record<ConsumerName, string> = {
  'nothing (an empty file)': 'export {};',
  'docspace-oauth': `import { createDocSpaceClient } from '@docspace-oauth/api';
const docspace = createDocSpaceClient({ baseUrl: 'http://127.0.0.1' });
const { clients } = await docspace.getClients();
export const names: string[] = clients.map(({ name }) => name);
export const one: string = (await docspace.getClient('id')).client_id;
`,
  'openapi-fetch': `import createClient from 'openapi-fetch';
import type { paths } from '../../../../src/generated/guide';
const http = createClient<paths>({ baseUrl: 'http://127.0.0.1' });
const { data } = await http.GET('/api/2.0/clients');
export const names: string[] = (Array.isArray(data) ? data : (data?.response ?? [])).map(({ name }) => name);
const { data: single } = await http.GET('/api/2.0/clients/{id}', { params: { path: { id: 'id' } } });
export const one: string | undefined = single && ('response' in single ? single.response : single).client_id;
`,
  'hey-api fetch': generatedConsumer('fetch'),
  'hey-api axios': generatedConsumer('axios'),
};

function generatedConsumer(transport: string): string {
  return `import { getClient, getClients } from '../../${transport}';
const { data } = await getClients();
export const names: string[] = (Array.isArray(data) ? data : (data?.response ?? [])).map(({ name }) => name);
const { data: single } = await getClient({ path: { id: 'id' } });
export const one: string | undefined = single && ('response' in single ? single.response : single).client_id;
`;
}

/** Milliseconds of `tsc`, from the start of its process to its end. */
export type TypeCheckTimes = Record<ConsumerName, number>;

const rounds = 7;

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
  include: ['*.ts'],
};

async function check(folder: URL): Promise<number> {
  const tsc = fileURLToPath(new URL('bin/tsc', import.meta.resolve('typescript/package.json')));
  const startedAt = performance.now();
  await promisify(execFile)(process.execPath, [tsc, '-p', fileURLToPath(folder)]).catch(
    ({ stdout }: { stdout: string }) => {
      throw new Error(`A consumer of the benchmark does not compile:\n${stdout}`);
    },
  );
  return performance.now() - startedAt;
}

export async function measureTypeChecks(): Promise<TypeCheckTimes> {
  const samples: { name: string; folder: URL; times: number[] }[] = [];
  for (const [index, [name, source]] of Object.entries(consumers).entries()) {
    const folder = new URL(`consumers/${index}/`, generatedFolder);
    await mkdir(folder, { recursive: true });
    await writeFile(new URL('consumer.ts', folder), source);
    await writeFile(new URL('tsconfig.json', folder), JSON.stringify(tsconfig));
    await check(folder);
    samples.push({ name, folder, times: [] });
  }
  for (let round = 0; round < rounds; round++) {
    for (const { folder, times } of shuffled(samples)) times.push(await check(folder));
  }
  return Object.fromEntries(samples.map(({ name, times }) => [name, median(times)])) as TypeCheckTimes;
}

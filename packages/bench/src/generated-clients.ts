import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { rolldown } from 'rolldown';
import { generatedFolder } from './contenders.ts';

/** The contracts, which Prism and the generators read. */
export const contractFile: string = fileURLToPath(import.meta.resolve('@docspace-oauth/openapi/guide.json'));
const portalContractFile = fileURLToPath(import.meta.resolve('@docspace-oauth/openapi/portal.json'));

const heyApi = new URL('bin/run.js', import.meta.resolve('@hey-api/openapi-ts/package.json'));
const redocly = new URL('bin/cli.js', import.meta.resolve('@redocly/cli/package.json'));

/** The clients that hey-api generates: those of the guide are called, that of a portal does jobs. */
const heyApiClients = [
  { name: 'fetch', input: contractFile, transport: 'fetch' },
  { name: 'axios', input: contractFile, transport: 'axios' },
  { name: 'portal', input: portalContractFile, transport: 'fetch' },
];

const inFolder = (path: string): string => fileURLToPath(new URL(path, generatedFolder));

async function runGenerator(script: URL, args: string[]): Promise<void> {
  // Nothing of Redocly goes to its maker, and it asks for no newer version.
  const quiet = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  const options = { cwd: generatedFolder, env: { ...process.env, ...quiet } };
  await promisify(execFile)(process.execPath, [fileURLToPath(script), ...args], options);
}

/** The program, not its function: the types of that function do not compile without Angular, Nuxt and Vue. */
async function generateByHeyApi(): Promise<void> {
  const jobs = heyApiClients.map(({ name, input, transport }) => ({
    input,
    output: inFolder(name),
    plugins: [`@hey-api/client-${transport}`, '@hey-api/typescript', '@hey-api/sdk'],
    logs: { file: false, level: 'silent' },
  }));
  const config = inFolder('hey-api.config.mjs');
  await writeFile(config, `export default ${JSON.stringify(jobs)};\n`);
  await runGenerator(heyApi, ['--file', config]);
  await Promise.all(heyApiClients.map(({ name }) => bundle(name)));
}

/** A client for Node in one file, with its dependency left outside. */
async function bundle(name: string): Promise<void> {
  // The generated index exports the operations, but not the client that configures them.
  const entry = inFolder(`${name}.ts`);
  const exports = [`export * from './${name}/index';`, `export { client } from './${name}/client.gen';`];
  await writeFile(entry, `${exports.join('\n')}\n`);
  const build = await rolldown({ input: entry, platform: 'node', external: ['axios'] });
  await build.write({ file: inFolder(`${name}.js`), format: 'esm' });
}

/** Generates the clients from the same contracts that ours follows. */
export async function generateClients(): Promise<void> {
  await rm(generatedFolder, { recursive: true, force: true });
  await mkdir(generatedFolder);
  const output = inFolder('redocly.ts');
  await Promise.all([
    generateByHeyApi(),
    runGenerator(redocly, ['generate-client', portalContractFile, '--output', output]),
  ]);
}

/** What ours is compared with, with the versions that are installed. */
export async function comparedPackages(): Promise<string> {
  const names = ['@hey-api/openapi-ts', '@redocly/cli', 'axios', '@stoplight/prism-cli', 'typescript7'];
  const described = names.map(async (name) => {
    const manifest = new URL(import.meta.resolve(`${name}/package.json`));
    const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
    return `${name} ${version}`;
  });
  return (await Promise.all(described)).join(', ');
}

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dialects } from '@docspace-oauth/openapi';
import { typesText } from '@docspace-oauth/openapi/node';
import { commands, runScript } from '../command.ts';

/** Generates a client of each dialect: reads guide.json and portal.json in the folder, writes into guide and portal. */
export type Generator = (folder: string) => Promise<void>;

/** The generators by the names of their programs. */
export const generators = {
  'openapi-typescript': async (folder) => {
    for (const dialect of dialects) {
      await mkdir(join(folder, dialect));
      await writeFile(join(folder, dialect, 'types.ts'), await typesText(dialect, folder));
    }
  },

  'hey-api': async (folder) => {
    const jobs = dialects.map((dialect) => ({
      input: `./${dialect}.json`,
      output: dialect,
      plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk', 'zod'],
      logs: { file: false },
    }));
    const config = await writeConfig(folder, jobs);
    await generate(commands.heyApi, ['--file', config], folder);
  },

  orval: async (folder) => {
    const jobs = dialects.flatMap((dialect) => {
      const job = (client: string, file: string, override: object): [string, object] => [
        `${dialect}-${client}`,
        {
          input: `./${dialect}.json`,
          output: { target: `./${dialect}/${file}`, client, mode: 'single', override },
        },
      ];
      // With useDates, a cursor that has the format of a date would be a Date, which cannot be sent back as it was.
      const clientOptions = { useDates: true, mutator: { path: './orval-fetch.ts', name: 'send' } };
      return [job('fetch', 'client.ts', clientOptions), job('zod', 'zod.ts', {})];
    });
    const config = await writeConfig(folder, Object.fromEntries(jobs));
    await generate(commands.orval, ['--config', config], folder);
  },

  redocly: async (folder) => {
    for (const dialect of dialects) {
      const args = ['generate-client', `${dialect}.json`, '--output', `${dialect}/client.ts`];
      await generate(commands.redocly, args, folder);
    }
  },
} satisfies Record<string, Generator>;

async function writeConfig(folder: string, jobs: object): Promise<string> {
  const file = join(folder, 'generator.config.mjs');
  await writeFile(file, `export default ${JSON.stringify(jobs)};\n`);
  return file;
}

async function generate(script: URL, args: readonly string[], folder: string): Promise<void> {
  const { status, output } = await runScript(script, args, folder);
  if (status !== 0) throw new Error(`The generator ended with ${status}:\n${output}`);
}

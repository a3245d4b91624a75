/** Other libraries as the option `fetch`: whether they work, and whether their types are accepted. */
import { apiKey, startPortal } from './portal.ts';
import { say, withProject } from './project.ts';

const libraries = {
  'node-fetch@3': "import fetch from 'node-fetch';",
  'node-fetch@2': "import fetch from 'node-fetch-2';",
  undici: "import { fetch } from 'undici';",
  'cross-fetch': "import { fetch } from 'cross-fetch';",
};
const packages = [
  'node-fetch@3',
  'node-fetch-2@npm:node-fetch@2',
  'undici@7',
  'cross-fetch@4',
  'typescript@5.9.3',
  '@types/node@24',
  '@types/node-fetch-2@npm:@types/node-fetch@2',
];

const portal = await startPortal();
await withProject(packages, async (project) => {
  for (const [library, importing] of Object.entries(libraries)) {
    const program = `
      import { createDocSpaceClient } from '@docspace-oauth/api';
      ${importing}
      const [baseUrl = ''] = process.argv.slice(2);
      const docspace = createDocSpaceClient({ baseUrl, apiKey: '${apiKey}', fetch });
      const { clients } = await docspace.getClients();
      const codeOf = async (id: string, options = {}) => docspace.getClient(id, options).catch((error) => error.code);
      const codes = [await codeOf('gone'), await codeOf('moved'), await codeOf('x', { signal: AbortSignal.abort() })];
      const small = createDocSpaceClient({ baseUrl, apiKey: '${apiKey}', maxBodyBytes: 100, fetch });
      codes.push(await small.getClients().catch((error) => error.code));
      console.log(clients[0]?.name, codes.join(' '));`;
    const file = `${library.replace('@', '-')}.ts`;
    await project.write(file, program);
    const printed = (await project.run('node', [file, portal.url])).trim();
    const expected = /^List \d+ größer not_found unexpected_response aborted unexpected_response$/;
    say(`${library}: ${printed}`, expected.test(printed));
    const flags = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2022'];
    const errors = (await project.run('tsc', [...flags, '--lib', 'es2023,dom,dom.iterable', file])).trim();
    say(`${library}: types ${errors ? `refused: ${errors}` : 'accepted'}`, errors === '');
  }
});
portal.close();

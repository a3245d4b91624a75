/** Jest with jsdom, which has neither TextDecoder nor fetch: `node jest-jsdom.ts [version of Jest]`. */
import { apiKey, startPortal } from './portal.ts';
import { say, withProject } from './project.ts';

const [version = '29'] = process.argv.slice(2);
const portal = await startPortal();
const test = `
import { jest } from '@jest/globals';
import { createDocSpaceClient } from '@docspace-oauth/api';
import '@docspace-oauth/api/http';
import '@docspace-oauth/api/validate';
import { nodeFetch } from '@docspace-oauth/api/node';

const globals = ['fetch', 'Request', 'Response', 'Headers', 'TextDecoder', 'ReadableStream'];
test('globals', () => console.log('absent here:', globals.filter((name) => !(name in globalThis)).join(' ')));

const options = { baseUrl: '${portal.url}', apiKey: '${apiKey}' };
test('without any fetch the error says so', async () => {
  const error = await createDocSpaceClient(options).getClients().catch((thrown) => thrown);
  console.log('no fetch:', error.name, error.code, error.message);
  expect(error.code).toBe('invalid_input');
});

test('a double with text() or json()', async () => {
  const body = { response: [{ client_id: 'a', name: 'größer' }] };
  const fetch = jest.fn(async () => ({ ok: true, status: 200, json: async () => body }));
  const docspace = createDocSpaceClient({ ...options, dialect: 'guide', fetch });
  expect((await docspace.getClients()).clients[0].name).toBe('größer');
  fetch.mockImplementation(async () => ({ ok: true, status: 200, text: async () => JSON.stringify(body) }));
  expect((await docspace.getClients()).clients[0].name).toBe('größer');
});

test('nodeFetch against the portal', async () => {
  const docspace = createDocSpaceClient({ ...options, fetch: nodeFetch() });
  console.log('nodeFetch:', (await docspace.getClients()).clients[0].name);
});`;

await withProject([`jest@${version}`, `jest-environment-jsdom@${version}`], async (project) => {
  await project.write('portal.test.js', test);
  await project.write('jest.config.json', '{ "testEnvironment": "jsdom", "verbose": true, "transform": {} }');
  const printed = await project.run('jest', ['--config', 'jest.config.json', '--ci', '--silent=false'], {
    NODE_OPTIONS: '--experimental-vm-modules --no-warnings',
  });
  say(printed.trim().replaceAll(project.folder, '.'));
  say(`Jest ${version} with jsdom: all pass`, /^Tests: +4 passed, 4 total$/m.test(printed));
});
portal.close();

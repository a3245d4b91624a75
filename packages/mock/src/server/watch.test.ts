import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { documentPath, sourceFolder } from '@docspace-oauth/openapi/node';
import { expect, onTestFinished, test, vi, type Mock } from 'vitest';

import { bundledContract } from '../simulator/bundled-contract.ts';
import { createSimulator, type Simulator } from '../simulator/simulator.ts';
import { watch, type WatchEvent, type Watcher } from './watch.ts';

interface Watched {
  readonly folder: string;
  readonly scenarios: string;
  readonly simulator: Simulator;
  readonly watcher: Watcher;
  readonly nameOf: (id: string) => Promise<unknown>;
  readonly reload: Mock<() => Promise<void>>;
  /** The next event. */
  readonly told: () => Promise<WatchEvent>;
}

const OTHERS = new Set(['dist', 'node_modules', 'src', 'test', '.turbo', '.vite']);
const ID = 'c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831';
const REMOVED = '5e0d92b4-17c8-4f6a-a3d5-90be4f2c7716';

/** A copy of the contract that a test may spoil, watched. */
async function watched(): Promise<Watched> {
  const folder = await mkdtemp(join(tmpdir(), 'mock-watch-'));
  onTestFinished(async () => rm(folder, { recursive: true }));
  await cp(sourceFolder, folder, { recursive: true, filter: (path) => !OTHERS.has(basename(path)) });
  const scenarios = join(folder, 'own.scenarios');
  await writeFile(scenarios, 'scenarios: {}\n');

  const simulator = createSimulator({
    dialect: 'guide',
    contract: bundledContract('guide'),
    issuer: () => 'http://127.0.0.1',
  });
  const tell = vi.fn<(event: WatchEvent) => void>();
  const reload = vi.fn<() => Promise<void>>().mockResolvedValue();
  let seen = 0;
  const watcher = await watch({
    dialect: 'guide',
    folder,
    scenarios,
    serve: (contract) => simulator.setContract(contract),
    reload,
    tell,
  });
  onTestFinished(() => watcher.close());
  return {
    folder,
    scenarios,
    simulator,
    watcher,
    reload,
    nameOf: async (id) => {
      const headers = { authorization: 'Bearer admin-1' };
      const target = `/api/2.0/clients/${id}`;
      const { status, body } = await simulator.handle({ method: 'GET', target, headers });
      return status === 200
        ? (JSON.parse(body ?? '') as { response: { name: unknown } }).response.name
        : status;
    },
    told: async () => {
      await vi.waitFor(() => expect(tell.mock.calls.length).toBeGreaterThan(seen), { timeout: 20_000 });
      seen += 1;
      return tell.mock.calls[seen - 1]?.[0] ?? { kind: 'broken', message: 'nothing was told' };
    },
  };
}

/** What the folder of a bundle holds, with the times of the last changes. */
async function stateOf(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder);
  const states = names.toSorted().map(async (name) => {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    const bytes = name.endsWith('.json') ? await readFile(path) : '';
    return [name, `${mtimeMs} ${createHash('sha256').update(bytes).digest('hex')}`] as const;
  });
  return Object.fromEntries(await Promise.all(states));
}

test('a change of the contract is served; a broken one leaves the last good contract and says where', async () => {
  const dist = join(documentPath('guide'), '..');
  const built = await stateOf(dist);
  const { folder, simulator, nameOf, told } = await watched();
  simulator.removeClient(REMOVED);
  const file = join(folder, 'examples', 'clients', 'calendar-sync.yaml');
  const before = await readFile(file, 'utf8');
  expect(await nameOf(ID)).toBe('Calendar Sync');

  await writeFile(file, before.replaceAll('Calendar Sync', 'Calendar Sink'));
  expect(await told()).toEqual({ kind: 'served' });
  expect(await nameOf(ID)).toBe('Calendar Sink');

  await writeFile(file, `${before}\nbroken: [1\n`);
  const { kind, message } = { message: '', ...(await told()) };
  expect(kind).toBe('broken');
  expect(message).toMatch(/calendar-sync\.yaml:\d+:\d+/u);
  expect(await nameOf(ID)).toBe('Calendar Sink');

  const root = join(folder, 'docspace-oauth.yaml');
  const sound = await readFile(root, 'utf8');
  await writeFile(file, before);
  await writeFile(root, sound.replace('paths/getClient.yaml', 'paths/nowhere.yaml'));
  expect(await told()).toMatchObject({
    kind: 'broken',
    message: expect.stringMatching(/docspace-oauth\.yaml:\d+:\d+: /u) as unknown,
  });
  expect(await nameOf(ID)).toBe('Calendar Sink');

  await writeFile(root, sound);
  expect(await told()).toEqual({ kind: 'served' });
  expect(await nameOf(ID)).toBe('Calendar Sync');
  // A client that was removed while it ran is still removed.
  expect(simulator.clients.find(REMOVED)).toBeUndefined();
  // The bundles of @docspace-oauth/openapi are untouched, and the copy has got none.
  expect(await stateOf(dist)).toEqual(built);
  expect(await readdir(folder)).not.toContain('dist');
});

test('answers are checked by the changed contract', async () => {
  const { folder, nameOf, told } = await watched();
  const schema = join(folder, 'schemas', 'ClientSummary.yaml');
  const before = await readFile(schema, 'utf8');
  const changed = before.replace(/( {2}name:\n(?: {4}.*\n)*? {4}maxLength: )\d+/u, '$13');
  expect(changed).not.toBe(before);
  await writeFile(schema, changed);
  expect(await told()).toEqual({ kind: 'served' });
  expect(await nameOf(ID)).toBe(500);
});

test('a change of the scenarios is read, and a broken file is told', async () => {
  const { scenarios, reload, told } = await watched();
  await writeFile(scenarios, 'scenarios: { a: { description: A. } }\n');
  expect(await told()).toEqual({ kind: 'served' });
  expect(reload).toHaveBeenCalledOnce();
  reload.mockRejectedValueOnce(new Error('own.scenarios:1:1: wrong'));
  await writeFile(scenarios, 'wrong\n');
  expect(await told()).toEqual({ kind: 'broken', message: 'own.scenarios:1:1: wrong' });
});

test('the bundles are built into a temporary folder, which is removed at the end', async () => {
  const { folder, watcher, told } = await watched();
  const builds = async (): Promise<string[]> =>
    (await readdir(tmpdir())).filter((name) => name.startsWith('docspace-mock-'));
  const during = await builds();
  await writeFile(join(folder, 'docspace-oauth.yaml'), await readFile(join(folder, 'docspace-oauth.yaml')));
  expect(await told()).toEqual({ kind: 'served' });
  await watcher.close();
  expect((await builds()).length).toBeLessThan(during.length);
});

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

import { expect, onTestFinished, test, vi, type Mock } from 'vitest';

import { documentPath, readDocument } from './documents.ts';
import { createPipeline, type Pipeline } from './server/pipeline.ts';
import { createStore, type JsonObject, type Store } from './store/index.ts';
import { watch, type WatchEvent } from './watch.ts';

interface Watched {
  readonly folder: string;
  readonly scenarios: string;
  readonly store: Store;
  readonly nameOf: (id: string) => Promise<unknown>;
  readonly reload: Mock<() => Promise<void>>;
  /** The next thing that is told. */
  readonly told: () => Promise<WatchEvent>;
}

const source = dirname(dirname(documentPath('guide')));
const OTHERS = new Set(['node_modules', 'test', '.turbo', '.vite']);
const ID = 'c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831';

/** A copy of the contract that a test may spoil, watched. */
async function watched(): Promise<Watched> {
  const folder = await mkdtemp(join(tmpdir(), 'mock-watch-'));
  onTestFinished(async () => rm(folder, { recursive: true }));
  await cp(source, folder, { recursive: true, filter: (path) => !OTHERS.has(basename(path)) });
  const scenarios = join(folder, 'own.scenarios');
  await writeFile(scenarios, 'scenarios: {}\n');

  const document = (await readDocument(documentPath('guide'))) as unknown as JsonObject;
  const store = createStore({ document, dialect: 'guide', issuer: () => 'http://127.0.0.1' });
  const pipeline: Pipeline = await createPipeline(document, store, 'guide');
  const tell = vi.fn<(event: WatchEvent) => void>();
  const reload = vi.fn<() => Promise<void>>().mockResolvedValue();
  let seen = 0;
  const watcher = await watch({
    dialect: 'guide',
    folder,
    scenarios,
    serve: async (changed) => pipeline.setDocument(changed),
    reload,
    tell,
  });
  onTestFinished(() => watcher.close());
  return {
    folder,
    scenarios,
    store,
    reload,
    nameOf: async (id) => {
      const call = { method: 'GET', path: `/api/2.0/clients/${id}`, query: new URLSearchParams() };
      const { answer } = await pipeline.handle({ ...call, headers: { authorization: 'Bearer admin-1' } });
      return answer.status === 200
        ? (answer.body as { response: { name: unknown } }).response.name
        : answer.status;
    },
    told: async () => {
      await vi.waitFor(() => expect(tell.mock.calls.length).toBeGreaterThan(seen), { timeout: 20_000 });
      seen += 1;
      return tell.mock.calls[seen - 1]?.[0] ?? { kind: 'broken', message: 'nothing was told' };
    },
  };
}

test('a change of the contract is served; a broken save leaves the last good one and says where', async () => {
  const { folder, store, nameOf, told } = await watched();
  store.removeClient('5e0d92b4-17c8-4f6a-a3d5-90be4f2c7716');
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
  // What was changed while it ran is still so.
  expect(store.clients.find('5e0d92b4-17c8-4f6a-a3d5-90be4f2c7716')).toBeUndefined();
});

test('a change of the scenarios is read, and a broken one told', async () => {
  const { scenarios, reload, told } = await watched();
  await writeFile(scenarios, 'scenarios: { a: { description: A. } }\n');
  expect(await told()).toEqual({ kind: 'served' });
  expect(reload).toHaveBeenCalledOnce();
  reload.mockRejectedValueOnce(new Error('own.scenarios:1:1: wrong'));
  await writeFile(scenarios, 'wrong\n');
  expect(await told()).toEqual({ kind: 'broken', message: 'own.scenarios:1:1: wrong' });
});

/** Makes 10,000 clients in a process that does nothing else, and tells what that cost. */
import { readFile } from 'node:fs/promises';

import { documentPath } from '../src/documents.ts';
import type * as StoreRoom from '../src/store/index.ts';
import type { GenerationCost } from './generation.ts';

const COUNT = 10_000;
const built = new URL('../dist/store/index.js', import.meta.url);
const { createStore } = (await import(built.href)) as typeof StoreRoom;

const document = JSON.parse(await readFile(documentPath('guide'), 'utf8')) as StoreRoom.JsonObject;
const store = createStore({ document, dialect: 'guide', issuer: () => 'http://127.0.0.1' });
const examples = store.clients.all().length;
const begin = performance.now();
store.setClients({ kind: 'examples', more: COUNT, seed: 1 });
const ms = performance.now() - begin;
const made = store.clients.all().length - examples;
if (made !== COUNT) throw new Error(`${made} clients were made instead of ${COUNT}`);
const cost: GenerationCost = { ms, peakRssMb: process.resourceUsage().maxRSS / 1024 };
process.send?.(cost);

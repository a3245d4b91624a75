import { expect, test } from 'vitest';

import { bundledContract } from './bundled-contract.ts';
import { readOperations } from './contract.ts';
import { createStore, type Store } from './store.ts';

const ID = 'c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831';

function newStore(): Store {
  return createStore(readOperations(bundledContract('guide').document).values());
}

test('the same key gives the same body until the clients change', () => {
  const store = newStore();
  const first = store.bodyOf('list', () => 'first');
  expect(store.bodyOf('list', () => 'second')).toBe(first);
  expect(store.removeClient(ID)).toBe(true);
  expect(store.bodyOf('list', () => 'third').text).toBe('"third"');
});

test('bodies are remembered up to 32 million characters, the newest always', () => {
  const store = newStore();
  const made: string[] = [];
  const ask = (key: string, length: number): void => {
    store.bodyOf(key, () => {
      made.push(key);
      return 'x'.repeat(length);
    });
  };
  ask('first', 12_000_000);
  ask('second', 12_000_000);
  ask('first', 12_000_000);
  // The oldest makes room.
  ask('third', 12_000_000);
  ask('second', 12_000_000);
  ask('first', 12_000_000);
  expect(made).toEqual(['first', 'second', 'third', 'first']);
  ask('huge', 40_000_000);
  ask('huge', 40_000_000);
  expect(made.filter((key) => key === 'huge')).toEqual(['huge']);
});

test('keys count as well: a cursor may be as long as a request', () => {
  const store = newStore();
  let made = 0;
  const ask = (key: string): void => void store.bodyOf(key, () => (made += 1));
  for (let index = 0; index < 4; index += 1) ask(`${index}${'k'.repeat(10_000_000)}`);
  ask(`0${'k'.repeat(10_000_000)}`);
  expect(made).toBe(5);
});

test('a removed client stays removed when the contract changes, and comes back with other data', () => {
  const store = newStore();
  expect(store.removeClient(ID)).toBe(true);
  expect(store.removeClient(ID)).toBe(false);
  store.setOperations(readOperations(bundledContract('portal').document).values());
  expect(store.clients.find(ID)).toBeUndefined();
  store.setClients({ kind: 'examples', more: 0, seed: 1 });
  expect(store.clients.find(ID)).toBeDefined();
});

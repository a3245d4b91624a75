/**
 * The store, apart from any server: everything here runs in a browser too. Not exported: how a
 * dialect answers, which only the store decides.
 */
export type { Operation } from './contract.ts';
export type { Credentials } from './credentials.ts';
export { isObject, textOf, type Json, type JsonObject } from './json.ts';
export type { Answer, StoreRequest } from './request.ts';
export { createDice, normal, type Dice, type Fault, type Latency, type Scenario } from './scenario.ts';
export { createStore, type ClientData, type Store } from './store.ts';

import type { Dialect } from '@docspace-oauth/openapi';

import type { Simulator } from './simulator.ts';

/** A simulator that can change its dialect while it runs. */
export interface SimulatorSwitch extends Simulator {
  /** Answers in this dialect from now on, in the same scenario. Each dialect has its own clients. */
  setDialect(dialect: Dialect): void;
}

/** @param create makes the simulator of a dialect; each is made once, when it is first needed */
export function createSwitch(first: Dialect, create: (dialect: Dialect) => Simulator): SimulatorSwitch {
  const made = new Map<Dialect, Simulator>();
  const simulatorOf = (dialect: Dialect): Simulator => {
    const simulator = made.get(dialect) ?? create(dialect);
    made.set(dialect, simulator);
    return simulator;
  };
  let current = simulatorOf(first);
  return {
    get dialect() {
      return current.dialect;
    },
    get document() {
      return current.document;
    },
    get clients() {
      return current.clients;
    },
    get behavior() {
      return current.behavior;
    },
    handle: (request) => current.handle(request),
    tokenOf: (key) => current.tokenOf(key),
    setClients: (clients) => current.setClients(clients),
    removeClient: (id) => current.removeClient(id),
    // What is watched is the contract of the dialect that the mock was started in.
    setContract: (contract) => simulatorOf(first).setContract(contract),
    reset: () => {
      for (const simulator of made.values()) simulator.reset();
      current = simulatorOf(first);
    },
    setDialect: (dialect) => {
      const { name } = current.behavior;
      current = simulatorOf(dialect);
      current.behavior.setScenario(name);
    },
  };
}

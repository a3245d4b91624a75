import type { Contract } from '../contract.ts';
import type { Exchange } from '../target/exchange.ts';
import type { Cell } from './cell.ts';
import { nameOf } from './cell.ts';
import { declaredCells } from './declared.ts';
import { cellsIn } from './received.ts';

/** What of the contracts was received so far. */
export interface Coverage {
  /** `baseUrl` is what stands before the paths of the contract. */
  add(contract: Contract, exchange: Exchange, baseUrl: string): void;
  /** Everything that these contracts declare, and whether it was received. */
  cells(
    contracts: readonly Contract[],
  ): { readonly cell: Cell; readonly name: string; readonly seen: boolean }[];
}

export function createCoverage(): Coverage {
  const received = new Set<string>();
  return {
    add(contract, exchange, baseUrl) {
      const basePath = new URL(baseUrl).pathname.replace(/\/$/u, '');
      for (const name of cellsIn(contract, exchange, basePath)) received.add(name);
    },
    cells: (contracts) =>
      contracts
        .flatMap(({ dialect, document }) => declaredCells(dialect, document))
        .map((cell) => {
          const name = nameOf(cell);
          return { cell, name, seen: received.has(name) };
        }),
  };
}

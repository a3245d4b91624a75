import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Contract } from '../contract.ts';
import { nameOf } from './cell.ts';
import { declaredCells } from './declared.ts';
import { casesFolder } from '../cases/load-cases.ts';

interface Excuse {
  readonly because: string;
  /** Names of cells; `*` stands for any text. */
  readonly cells: readonly string[];
}

/** The cells that neither mock can send, each with the reason. A pattern that fits no cell is kept, so that it is reported. */
export async function readUnexercised(contracts: readonly Contract[]): Promise<Map<string, string>> {
  const path = join(casesFolder, 'unexercised.yaml');
  const excuses = (parse(await readFile(path, 'utf8')) ?? []) as readonly Excuse[];
  const names = contracts.flatMap(({ dialect, document }) => declaredCells(dialect, document).map(nameOf));
  const reasons = new Map<string, string>();
  for (const { because, cells } of excuses) {
    for (const pattern of cells) {
      const expression = new RegExp(`^${pattern.split('*').map(escape).join('.*')}$`, 'u');
      const fitting = names.filter((name) => expression.test(name));
      for (const name of fitting.length > 0 ? fitting : [pattern]) reasons.set(name, because);
    }
  }
  return reasons;
}

const escape = (text: string): string => text.replaceAll(/[.+?^${}()|[\]\\/]/gu, '\\$&');

import type { Case } from './cases.ts';

/** Counts which declared operation x status was really exercised. */
export interface Census {
  record(cell: Pick<Case, 'dialect' | 'operationId' | 'status'>): void;
  /** The cells that nothing exercised, as `dialect operationId status`. */
  missing(): string[];
  /** Operations down, statuses across: how often each cell was exercised, `-` where none is declared. */
  table(): string;
}

export function createCensus(cases: readonly Case[]): Census {
  const nameOf = ({
    dialect,
    operationId,
    status,
  }: Pick<Case, 'dialect' | 'operationId' | 'status'>): string => `${dialect} ${operationId} ${status}`;
  const counts = new Map(cases.map((declared) => [nameOf(declared), 0]));
  return {
    record(cell) {
      const name = nameOf(cell);
      const count = counts.get(name);
      if (count === undefined) throw new Error(`The contract does not declare ${name}.`);
      counts.set(name, count + 1);
    },
    missing: () => [...counts].filter(([, count]) => count === 0).map(([name]) => name),
    table() {
      const statuses = [...new Set(cases.map(({ status }) => status))].toSorted((a, b) => a - b);
      const rows = [...new Set(cases.map(({ dialect, operationId }) => `${dialect} ${operationId}`))];
      const width = Math.max(...rows.map((row) => row.length));
      const line = (head: string, cells: string[]): string =>
        head.padEnd(width) + cells.map((cell) => cell.padStart(5)).join('');
      return [
        line('operation x status', statuses.map(String)),
        ...rows.map((row) =>
          line(
            row,
            statuses.map((status) => String(counts.get(`${row} ${status}`) ?? '-')),
          ),
        ),
      ].join('\n');
    },
  };
}

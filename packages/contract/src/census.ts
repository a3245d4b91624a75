import type { Dialect, OpenApiDocument, Operation } from '@docspace-oauth/openapi';
import { resolve } from '@docspace-oauth/openapi';

/** One thing that the contract promises: an operation answers with a status and, if there is a body, with a media type. */
export interface Cell {
  readonly dialect: Dialect;
  readonly operationId: string;
  readonly status: number;
  /** Undefined for a response without a body. */
  readonly mediaType: string | undefined;
}

/** Counts which declared responses were really received. */
export interface Census {
  /** Throws if the contract does not declare the response. */
  record(received: Cell): void;
  /** The declared responses that were never received. */
  missing(): string[];
  /** Operations down, statuses across: how often each was received, `-` where the contract declares none. */
  table(): string;
}

/**
 * The cells are read from the paths and responses of the documents and from nothing else. A list of cases that lacks a
 * response would lack it here too, and the gap would never be seen.
 */
export function createCensus(documents: Readonly<Partial<Record<Dialect, OpenApiDocument>>>): Census {
  const cells = Object.entries(documents).flatMap(([dialect, document]) =>
    cellsOf(dialect as Dialect, document),
  );
  const counts = new Map(cells.map((cell) => [nameOf(cell), 0]));
  return {
    record(received) {
      const name = nameOf(received);
      const count = counts.get(name);
      if (count === undefined) throw new Error(`The contract does not declare ${name}.`);
      counts.set(name, count + 1);
    },
    missing: () => [...counts].filter(([, count]) => count === 0).map(([name]) => name),
    table: () => tableOf(cells, (cell) => counts.get(nameOf(cell)) ?? 0),
  };
}

function cellsOf(dialect: Dialect, document: OpenApiDocument): Cell[] {
  return Object.values(document.paths).flatMap((item) =>
    Object.values<Operation>({ ...item }).flatMap(({ operationId, responses }) =>
      Object.entries(responses).flatMap(([status, response]) => {
        const mediaTypes = Object.keys(resolve(document, response).content ?? {});
        return (mediaTypes.length > 0 ? mediaTypes : [undefined]).map((mediaType) => ({
          dialect,
          operationId,
          status: Number(status),
          mediaType,
        }));
      }),
    ),
  );
}

function nameOf({ dialect, operationId, status, mediaType }: Cell): string {
  return `${dialect} ${operationId} ${status} ${mediaType ?? 'without a body'}`;
}

function tableOf(cells: readonly Cell[], countOf: (cell: Cell) => number): string {
  const rowOf = ({ dialect, operationId }: Cell): string => `${dialect} ${operationId}`;
  const statuses = [...new Set(cells.map(({ status }) => status))].toSorted((a, b) => a - b);
  const rows = [...new Set(cells.map(rowOf))];
  const width = Math.max(...rows.map((row) => row.length));
  const line = (head: string, texts: (string | number)[]): string =>
    head.padEnd(width) + texts.map((text) => String(text).padStart(5)).join('');
  const body = rows.map((row) =>
    line(
      row,
      statuses.map((status) => {
        const declared = cells.filter((cell) => rowOf(cell) === row && cell.status === status);
        return declared.length > 0 ? declared.reduce((sum, cell) => sum + countOf(cell), 0) : '-';
      }),
    ),
  );
  return [line('operation x status', statuses), ...body].join('\n');
}

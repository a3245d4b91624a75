import type { Dialect, OpenApiDocument } from '@docspace-oauth/openapi';
import type { Case } from '../src/cases/case.ts';

/** What is known of portals: by section, a row and the ids of the cases that hold a server to it. */
export type Facts = Readonly<Record<string, Readonly<Record<string, readonly string[] | null>>>>;

/** The rows without a case, and the ids that no case has. */
export function gapsIn(table: Facts, ids: ReadonlySet<string>): string[] {
  return Object.entries(table).flatMap(([section, rows]) =>
    Object.entries(rows).flatMap(([row, named]) => {
      const unknown = (named ?? []).filter((id) => !ids.has(id));
      const missing = named?.length ? [] : [`${section}: ${row}: no case`];
      return [...missing, ...unknown.map((id) => `${section}: ${row}: ${id}`)];
    }),
  );
}

/** The declared operations and statuses that no case expects. */
export function uncovered(dialect: Dialect, { paths }: OpenApiDocument, cases: readonly Case[]): string[] {
  const expected = new Set(
    cases
      .filter((one) => one.dialect === dialect)
      .flatMap(({ operation, expect: { status }, procedure }) =>
        // A procedure has no status of its own.
        procedure === undefined ? status.map((one) => `${operation} ${one}`) : [],
      ),
  );
  return Object.values(paths)
    .flatMap(({ get: { operationId, responses } }) =>
      Object.keys(responses).map((status) => `${operationId} ${status}`),
    )
    .filter((cell) => !expected.has(cell));
}

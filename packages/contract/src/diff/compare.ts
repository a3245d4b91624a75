import type { Dialect, OpenApiDocument } from '@docspace-oauth/openapi';
import { dialects, resolve } from '@docspace-oauth/openapi';
import { documentPath } from '@docspace-oauth/openapi/node';
import type { Change } from './change.ts';
import { joinChanges } from './change.ts';
import type { ContractSide } from './contract-source.ts';
import { operationIds } from './contract-source.ts';
import { changesForClients, changesForServers } from './redocly-diff.ts';
import type { SourcePosition } from './source-position.ts';
import { SourcePositions } from './source-position.ts';
import { difference, placeName } from './wording.ts';

/** A change of one dialect's contract, with the lines that it was made in. */
export interface LocatedChange extends Change {
  readonly dialect: Dialect;
  /** What changed, as one says it. */
  readonly place: string;
  /** The operation that it is first met in; undefined for what belongs to the whole contract. */
  readonly operation?: string;
  /** In the contract of today: the place, or the last one on the way to what is gone. */
  readonly inHead?: SourcePosition;
  /** In the base. */
  readonly inBase?: SourcePosition;
}

/** All changes between two contracts, of each dialect that both have. */
export async function compare(
  base: ContractSide,
  head: ContractSide,
  work: string,
): Promise<LocatedChange[]> {
  const [then, now] = await Promise.all([SourcePositions.of(base), SourcePositions.of(head)]);
  const both = dialects.filter((dialect) => base.documents[dialect] && head.documents[dialect]);
  const changes = both.map(async (dialect) => {
    const files = [documentPath(dialect, base.bundles), documentPath(dialect, head.bundles)] as const;
    // One after the other: a run of redocly keeps a processor busy.
    const forClients = await changesForClients(...files, work);
    const joined = joinChanges(forClients, await changesForServers(...files, work));
    return Promise.all(joined.map((change) => locate(change)));

    async function locate(change: Change): Promise<LocatedChange> {
      // What is gone is only in the base.
      const documents = (change.kind === 'removed' ? [base, head] : [head, base]).map(
        (side) => side.documents[dialect],
      );
      const operation = operationOf(change.path, documents);
      const path = wayTo(change);
      const [before, after] = [await then?.find(dialect, path), await now?.find(dialect, path)];
      return {
        ...change,
        dialect,
        place: placeName(withParameterName(change.path, documents)),
        ...(operation !== undefined && { operation }),
        ...(before && { inBase: before }),
        ...(after && { inHead: after }),
      };
    }
  });
  return (await Promise.all(changes)).flat();
}

/** The way to the keyword that changed, and in a list of names to the first name that came or went. */
function wayTo({ path, property, before, after }: Change): string[] {
  if (property === undefined || property === 'key') return [...path];
  const { gone, come } = difference(list(before), list(after));
  const name = [...come, ...gone].find((value) => typeof value === 'string');
  return [...path, property, ...(name === undefined ? [] : [name])];
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

type Documents = readonly (OpenApiDocument | undefined)[];

function operationOf([first, path = '']: readonly string[], documents: Documents): string | undefined {
  if (first !== 'paths') return undefined;
  const ids = documents.map((document) => document && operationIds(document).get(path));
  return ids.find((id) => id !== undefined) ?? path;
}

/** A parameter has a number in a path; people call it by its name. */
function withParameterName(path: readonly string[], [document]: Documents): string[] {
  const [first, name = '', method, kind, index = ''] = path;
  if (first !== 'paths' || method !== 'get' || kind !== 'parameters' || !document) return [...path];
  const parameter = document.paths[name]?.get?.parameters?.[Number(index)];
  return parameter ? path.with(4, resolve(document, parameter).name) : [...path];
}

import { posix } from 'node:path';
import type { Check, Finding, Place, Report, Rule } from '@docspace-oauth/findings/report';
import type { Dialect } from '@docspace-oauth/openapi';
import { toolName } from '../command/tool.ts';
import type { Breaks } from './change.ts';
import type { LocatedChange } from './compare.ts';
import type { SourcePosition } from './source-position.ts';
import { overlayFile } from './source-position.ts';
import { whatHappened } from './wording.ts';

const rules = {
  clients: {
    id: 'breaks-clients',
    title: 'A client that keeps the contract of the base works with a server that keeps this one.',
    level: 'error',
  },
  servers: {
    id: 'breaks-servers',
    title: 'A server that keeps the contract of the base keeps this one too.',
    level: 'error',
  },
  both: {
    id: 'breaks-both',
    title: 'Clients and servers that keep the contract of the base keep this one too.',
    level: 'error',
  },
  compatible: {
    id: 'compatible-change',
    title: 'What changed without breaking anyone.',
    level: 'note',
  },
} as const satisfies Record<string, Rule>;

export interface Versions {
  readonly base: string;
  readonly head: string;
  /** The least version that the changes ask for. */
  readonly next: string;
  readonly enough: boolean;
}

/** What a report is made of, beside the changes. */
export interface Comparison {
  readonly baseName: string;
  /** Which dialects were compared, with the names of their operations. */
  readonly operations: ReadonlyMap<Dialect, readonly string[]>;
  readonly versions: Versions;
  /** The contract's folder, seen from the folder that the report is for. */
  readonly folder: string;
  readonly remarks: readonly string[];
}

export function makeReport(changes: readonly LocatedChange[], comparison: Comparison): Report {
  const { baseName, versions, remarks } = comparison;
  return {
    tool: toolName('diff'),
    title: `Contract ${versions.head} compared with ${baseName} (${versions.base})`,
    rules: Object.values(rules),
    checks: checksOf(changes, comparison),
    findings: changes.map((change) => findingOf(change, comparison)),
    remarks: [summary(changes, comparison), ...remarks],
  };
}

function summary(changes: readonly LocatedChange[], { versions }: Comparison): string {
  if (changes.length === 0) return 'There are no changes.';
  const parts = [
    part(changes, 'clients', 'breaks clients', 'break clients'),
    part(changes, 'servers', 'breaks servers', 'break servers'),
    part(changes, 'both', 'breaks both', 'break both'),
    part(changes, undefined, 'is compatible', 'are compatible'),
  ];
  return `Changes: ${parts.filter((text) => text !== '').join(', ')}. The next version is ${versions.next} or higher; the contract has ${versions.head}.`;
}

function part(
  changes: readonly LocatedChange[],
  whom: Breaks | undefined,
  one: string,
  many: string,
): string {
  const count = changes.filter(({ breaks }) => breaks === whom).length;
  return count === 0 ? '' : `${count} ${count === 1 ? one : many}`;
}

/** A check for each change, and for each operation that has none, so that it is seen to have been compared. */
function checksOf(changes: readonly LocatedChange[], { operations, versions }: Comparison): Check[] {
  const changed = changes.map((change): Check => ({
    id: subjectOf(change),
    title: change.breaks === undefined ? 'a compatible change' : 'a breaking change',
    group: groupOf(change.dialect),
    outcome: change.breaks === undefined || versions.enough ? 'passed' : 'failed',
  }));
  const unchanged = [...operations].flatMap(([dialect, names]) =>
    names
      .filter((name) => !changes.some((change) => change.dialect === dialect && change.operation === name))
      .map((name): Check => ({
        id: `${dialect} ${name}`,
        title: 'unchanged',
        group: groupOf(dialect),
        outcome: 'passed',
      })),
  );
  return [...changed, ...unchanged];
}

function groupOf(dialect: Dialect): string {
  return `the ${dialect}'s contract`;
}

/** Such as "portal getClients: response 200, data[].name `maxLength`". */
function subjectOf({ dialect, operation, place, property }: LocatedChange): string {
  return `${dialect} ${operation ?? 'contract'}: ${property === undefined ? place : `${place} \`${property}\``}`;
}

function findingOf(change: LocatedChange, { versions, folder }: Comparison): Finding {
  const { operation, breaks } = change;
  const place = placeOf(change, folder);
  const failing = breaks !== undefined && !versions.enough;
  return {
    rule: rules[breaks ?? 'compatible'].id,
    level: breaks === undefined ? 'note' : failing ? 'error' : 'warning',
    subject: subjectOf(change),
    message: `${operation ?? 'The contract'}: ${change.place} ${whatHappened(change)}${where(change)}.`,
    ...(failing && { help: `Take the change back, or raise info.version to ${versions.next} or higher.` }),
    ...(place && { place }),
  };
}

/**
 * What the place of the finding does not say: for the portal the pointer in its bundle, the line in the YAML and the action
 * that it came by; for the guide the line in the base of what is gone.
 */
function where({ dialect, pointer, kind, inHead, inBase }: LocatedChange): string {
  const gone = kind === 'removed';
  const at = gone ? inBase : inHead;
  const line = at && `${at.file}:${at.line}${gone ? ' of the base' : ''}`;
  if (dialect === 'guide') return gone && line ? ` (it was at ${line})` : '';
  const action = at?.action && `action ${at.action.number + 1} of the overlay, ${at.action.target}`;
  return ` (${[`#${pointer}`, line, action].filter((text) => text !== undefined).join('; ')})`;
}

/** Where to mend it: the overlay's action if there is one, else the line. What is gone points at what it was part of. */
function placeOf({ inHead, inBase }: LocatedChange, folder: string): Place | undefined {
  const at: SourcePosition | undefined = inHead ?? inBase;
  if (!at) return undefined;
  const { line, column } = at.action ?? at;
  return { file: posix.join(folder, at.action ? overlayFile : at.file), line, column };
}

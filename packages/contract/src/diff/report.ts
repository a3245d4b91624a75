import { posix } from 'node:path';
import type { Check, Finding, Level, Place, Report, Rule } from '@docspace-oauth/findings/report';
import type { Dialect } from '@docspace-oauth/openapi';
import type { Breaks } from './change.ts';
import type { LocatedChange } from './compare.ts';
import type { SourcePosition } from './source-position.ts';
import { overlayFile } from './source-position.ts';
import { placeName, whatHappened } from './wording.ts';

const rules = {
  clients: {
    id: 'breaks-clients',
    title: 'A client that keeps the contract of the base works with a server that keeps this one.',
    level: 'error',
    help: 'Take the change back, or raise the version: the major, below 1.0 the minor.',
  },
  servers: {
    id: 'breaks-servers',
    title: 'A server that keeps the contract of the base keeps this one too.',
    level: 'error',
    help: 'Take the change back, or raise the version: the major, below 1.0 the minor.',
  },
  both: {
    id: 'breaks-both',
    title: 'Clients and servers that keep the contract of the base keep this one too.',
    level: 'error',
    help: 'Take the change back, or raise the version: the major, below 1.0 the minor.',
  },
  compatible: {
    id: 'compatible-change',
    title: 'What changed without breaking anyone.',
    level: 'note',
  },
  version: {
    id: 'version-too-low',
    title: 'The version of a contract rises with a breaking change.',
    level: 'error',
    help: 'Raise info.version in docspace-oauth.yaml.',
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
  readonly toolVersion: string;
  readonly remarks: readonly string[];
}

export function makeReport(changes: readonly LocatedChange[], comparison: Comparison): Report {
  const { baseName, versions, toolVersion, remarks } = comparison;
  const findings = changes.map((change) => findingOf(change, comparison));
  const tooLow = versionFinding(comparison);
  return {
    tool: { name: 'docspace-contract diff', version: toolVersion },
    title: `Contract ${versions.head} compared with ${baseName} (${versions.base})`,
    rules: Object.values(rules),
    checks: checksOf(changes, comparison),
    findings: [...(tooLow ? [tooLow] : []), ...findings],
    remarks: [summary(changes, comparison), ...remarks],
  };
}

function summary(changes: readonly LocatedChange[], { versions }: Comparison): string {
  if (changes.length === 0) return 'There are no changes.';
  const count = (whom?: Breaks): number => changes.filter(({ breaks }) => breaks === whom).length;
  const counted = `${count('clients')} break clients, ${count('servers')} break servers, ${count('both')} break both, ${count()} are compatible`;
  return `${changes.length} changes: ${counted}. The next version is ${versions.next} or higher; the contract has ${versions.head}.`;
}

/** A check for each operation of each dialect, and one for what belongs to no operation. */
function checksOf(changes: readonly LocatedChange[], { operations, versions }: Comparison): Check[] {
  const broken = new Set(
    changes.filter(({ breaks }) => breaks !== undefined && !versions.enough).map((change) => subjectOf(change)),
  );
  const subjects = [...operations].flatMap(([dialect, names]) =>
    [undefined, ...names].map((operation) => ({ dialect, operation })),
  );
  const gone = changes.filter(
    ({ dialect, operation }) => operation !== undefined && !operations.get(dialect)?.includes(operation),
  );
  const all = new Map([...subjects, ...gone].map((subject) => [subjectOf(subject), subject]));
  return [...all].map(([id, { dialect, operation }]) => ({
    id,
    title: operation ?? 'what belongs to no operation',
    group: `the ${dialect}'s contract`,
    outcome: broken.has(id) ? 'failed' : 'passed',
  }));
}

function subjectOf({ dialect, operation }: { dialect: Dialect; operation?: string | undefined }): string {
  return `${dialect} ${operation ?? 'contract'}`;
}

function findingOf(change: LocatedChange, { versions, folder }: Comparison): Finding {
  const rule = rules[change.breaks ?? 'compatible'];
  const level: Level = rule.level === 'error' && versions.enough ? 'warning' : rule.level;
  const place = placeOf(change, folder);
  return {
    rule: rule.id,
    level,
    subject: subjectOf(change),
    message: `${sentence(change)} (${where(change)}).`,
    ...(place && { place }),
  };
}

function sentence(change: LocatedChange): string {
  const text = `${placeName(change.path)} ${whatHappened(change)}`;
  return change.operation === undefined ? text : `${change.operation}: ${text}`;
}

/** The pointer in the portal's bundle, which no one reads as a file, and where the place is in the YAML. */
function where({ dialect, pointer, kind, now, then }: LocatedChange): string {
  const at = kind === 'removed' ? then : now;
  const parts = [`#${pointer} of the ${dialect}'s bundle${kind === 'removed' ? ' of the base' : ''}`];
  if (at) parts.push(`${at.file}:${at.line}:${at.column}`);
  if (at?.action) {
    parts.push(`action ${at.action.number + 1} of the overlay at line ${at.action.line}, ${at.action.target}`);
  }
  return parts.join('; ');
}

/** Where to mend it: the overlay's action if there is one, else the line. What is gone points at what it was part of. */
function placeOf({ now, then }: LocatedChange, folder: string): Place | undefined {
  const at: SourcePosition | undefined = now ?? then;
  if (!at) return undefined;
  const { line, column } = at.action ?? at;
  return { file: posix.join(folder, at.action ? overlayFile : at.file), line, column };
}

function versionFinding({ versions, folder }: Comparison): Finding | undefined {
  if (versions.enough) return undefined;
  return {
    rule: rules.version.id,
    level: rules.version.level,
    subject: 'contract version',
    message: `A breaking change asks for version ${versions.next} or higher, and the contract has ${versions.head}; the base has ${versions.base}.`,
    place: { file: posix.join(folder, 'docspace-oauth.yaml'), pointer: '/info/version' },
  };
}

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { redocly } from '@docspace-oauth/openapi/node';
import { UsageError } from '@docspace-oauth/terminal/usage-error';

/** One side of a change, in redocly's words. */
export interface ChangedPlace {
  readonly pointer: string;
  readonly value?: unknown;
}

interface Verdict {
  readonly ruleId: string;
  readonly impact: 'major' | 'minor' | 'patch';
}

/** A change as `redocly diff --format json` has it; `path` leads there with every reference followed. */
export interface RedoclyChange {
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'modified';
  readonly property?: string;
  readonly impact: 'major' | 'minor' | 'patch';
  readonly verdicts: readonly Verdict[];
  readonly base?: ChangedPlace;
  readonly revision?: ChangedPlace;
}

/**
 * Compared the other way round, what was added looks removed. A client of today that asks an older server for it is no
 * reason for that server to be broken, so these rules are left out there.
 */
const additions = [
  'property-removed',
  'path-removed',
  'operation-removed',
  'response-removed',
  'media-type-removed',
  'parameter-removed',
  'response-header-removed',
];

/** All changes between two documents, each rated as one that breaks the clients of the first, or not. */
export function changesForClients(base: string, revision: string, work: string): Promise<RedoclyChange[]> {
  return run([base, revision], work);
}

/** All changes between two documents, backwards, each rated as one that breaks the servers of the first, or not. */
export function changesForServers(base: string, revision: string, work: string): Promise<RedoclyChange[]> {
  return run([revision, base, ...additions.map((rule) => `--skip-rule=${rule}`)], work);
}

async function run(args: readonly string[], work: string): Promise<RedoclyChange[]> {
  const config = join(work, 'redocly.yaml');
  await writeFile(config, 'telemetry: off\nextends: [diff-recommended]\n');
  const { stdout, stderr } = await redocly(
    work,
    ['diff', ...args, '--format=json', '--fail-on=none'],
    config,
  );
  // It goes on without what it cannot resolve, and would miss changes there.
  const [, place, sentence] = /^\[1\] (.+?:\d+:\d+)[^\n]*\n\n([^\n]+)/mu.exec(stderr) ?? [];
  if (place !== undefined && sentence !== undefined) throw notCompared(`${place}: ${sentence}`);
  return parse(stdout, stderr);
}

function parse(stdout: string, stderr: string): RedoclyChange[] {
  try {
    return (JSON.parse(stdout) as { changes: RedoclyChange[] }).changes;
  } catch {
    throw notCompared(/^Error: (.+)$/mu.exec(stderr)?.[1] ?? 'redocly gave no report');
  }
}

function notCompared(why: string): UsageError {
  return new UsageError(`The contracts cannot be compared: ${why}.`, 'Give another base.');
}

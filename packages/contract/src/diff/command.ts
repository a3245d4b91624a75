import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative, sep } from 'node:path';
import type { Dialect } from '@docspace-oauth/openapi';
import { dialects } from '@docspace-oauth/openapi';
import type { Report } from '@docspace-oauth/findings/report';
import { parseArguments } from '@docspace-oauth/terminal/arguments';
import { UsageError } from '@docspace-oauth/terminal/usage-error';
import type { CommandContext } from '../command/context.ts';
import { prepareReports, reportHelp, reportOptions } from '../command/publish.ts';
import { readBase } from './base.ts';
import { compare } from './compare.ts';
import type { ContractSide } from './contract-source.ts';
import { buildSide, copySources, findContract, operationIds } from './contract-source.ts';
import { makeReport } from './report.ts';
import { checkVersion, isEnough, nextVersion } from './version.ts';

export const help = `Tells what a change to the contract breaks: clients, servers, or both.

Usage: docspace-contract diff --base COMMIT|FILE [options]

  --base BASE    what to compare with: a commit, branch or tag, such as origin/main; or a contract's docspace-oauth.yaml
                 or its folder; or a bundle of one dialect (.json)
${reportHelp}
The contract of this folder is compared with the base in both dialects. Exit code 1: something breaks, and info.version
has not risen enough (the major version; below 1.0 the minor). Exit code 2: they could not be compared.

Examples:
  docspace-contract diff --base origin/main
  docspace-contract diff --base v0.1.0 --report table,markdown=diff.md
`;

/** Compares the contract of a folder with an older one; gives the exit code. */
export async function run(args: readonly string[], context: CommandContext): Promise<number> {
  const { values } = parseArguments({
    args: [...args],
    options: { base: { type: 'string' }, ...reportOptions },
  });
  if (values.base === undefined) {
    throw new UsageError('--base is missing.', 'Give a commit, such as --base origin/main, or a file.');
  }
  const publish = await prepareReports(values, context);
  return publish(await diff(values.base, context.folder));
}

/** The report on the contract of a folder against its base. Everything is built in a temporary folder. */
export async function diff(baseName: string, folder: string): Promise<Report> {
  const contract = await findContract(folder);
  const work = await mkdtemp(join(tmpdir(), 'docspace-contract-'));
  try {
    const base = await readBase(baseName, { folder, contract, work: join(work, 'base') });
    await copySources(contract, join(work, 'head'));
    const head = await buildSide('this folder', join(work, 'head'));
    const versions = { base: versionOf(base), head: versionOf(head) };
    const changes = await compare(base, head, work);
    const breaking = changes.some(({ breaks }) => breaks !== undefined);
    const bump = breaking ? 'breaking' : changes.length > 0 ? 'compatible' : 'none';
    const next = nextVersion(versions.base, bump);
    const compared = dialects.filter((dialect) => base.documents[dialect]);
    return makeReport(changes, {
      baseName,
      operations: new Map(compared.map((dialect) => [dialect, operationNames(head, dialect)])),
      versions: { ...versions, next, enough: !breaking || isEnough(versions.head, next) },
      folder: nameIn(folder, contract),
      remarks: dialects
        .filter((dialect) => !compared.includes(dialect))
        .map((dialect) => `The ${dialect}'s contract was not compared: the base has only the other dialect.`),
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

function versionOf({ name, documents }: ContractSide): string {
  const document = documents.guide ?? documents.portal;
  return checkVersion(document?.info.version, name);
}

function operationNames({ documents }: ContractSide, dialect: Dialect): string[] {
  const document = documents[dialect];
  return document ? [...operationIds(document).values()] : [];
}

/** The way to the contract; one that is above the folder goes by its own name. */
function nameIn(folder: string, contract: string): string {
  const way = relative(folder, contract);
  return way.startsWith('..') ? basename(contract) : way.split(sep).join('/');
}

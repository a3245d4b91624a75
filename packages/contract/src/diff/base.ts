import { copyFile, mkdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { Dialect, OpenApiDocument } from '@docspace-oauth/openapi';
import { ContractError, documentPath, readDocumentFile } from '@docspace-oauth/openapi/node';
import { UsageError } from '@docspace-oauth/terminal/usage-error';
import type { ContractSide } from './contract-source.ts';
import { buildSide, copySources, exists, operationIds, rootFile } from './contract-source.ts';
import { checkOut } from './git.ts';

/**
 * What the contract is compared with: a commit, a contract's root file or its folder, or a bundle that was built before.
 * `folder` is where a relative path starts, `contract` the folder whose older self a commit has, `work` an empty folder.
 */
export async function readBase(
  base: string,
  { folder, contract, work }: { folder: string; contract: string; work: string },
): Promise<ContractSide> {
  if (base === '') throw new UsageError('--base is empty.', 'Give a commit, such as origin/main, or a file.');
  // Git would take it for an option.
  if (base.startsWith('-')) throw new UsageError('--base cannot begin with a hyphen.');
  await mkdir(work, { recursive: true });
  const path = resolve(folder, base);
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) return fromFile(base, path, work);
  for (const sources of found ? [path, join(path, 'openapi')] : []) {
    if (await exists(join(sources, rootFile))) return fromSources(base, sources, work);
  }
  await checkOut(base, contract, work);
  return buildSide(base, work);
}

function fromFile(name: string, path: string, work: string): Promise<ContractSide> {
  if (extname(path).toLowerCase() === '.json') return fromBundle(name, path, work);
  if (basename(path) === rootFile) return fromSources(name, dirname(path), work);
  throw new UsageError(
    `The base ${name} is neither a bundle (.json) nor the root of a contract (${rootFile}).`,
    'Give one of these, or a commit.',
  );
}

async function fromSources(name: string, folder: string, work: string): Promise<ContractSide> {
  await copySources(folder, work);
  return buildSide(name, work);
}

/** One bundle alone: what it describes tells its dialect. */
async function fromBundle(name: string, path: string, work: string): Promise<ContractSide> {
  const document = await readBundle(path);
  const dialect = dialectOf(document);
  if (!dialect) {
    throw new UsageError(`The base ${name} describes none of the operations of this contract.`);
  }
  await copyFile(path, documentPath(dialect, work));
  return { name, documents: { [dialect]: document }, bundles: work };
}

async function readBundle(path: string): Promise<OpenApiDocument> {
  try {
    return await readDocumentFile(path);
  } catch (error) {
    if (error instanceof ContractError) throw new UsageError(error.message);
    throw error;
  }
}

/** Only the portal has the operation that exchanges the key. */
function dialectOf(document: OpenApiDocument): Dialect | undefined {
  const ids = new Set(operationIds(document).values());
  if (!ids.has('getClients')) return undefined;
  return ids.has('generateJwtToken') ? 'portal' : 'guide';
}

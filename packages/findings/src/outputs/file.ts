import { randomUUID } from 'node:crypto';
import { access, constants, mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Throws if a file could not be written. An old one stays as it is, a new one does not appear; only a missing
 * folder is made.
 */
export async function checkWritable(file: string): Promise<void> {
  const target = await targetOf(file);
  if (target.kind === 'device') return access(target.path, constants.W_OK);
  await mkdir(path.dirname(target.path), { recursive: true });
  // It could be replaced all the same, but whoever made it read-only did not want that.
  if (target.kind === 'file') await access(target.path, constants.W_OK);
  const probe = neighbour(target.path);
  await writeFile(probe, '', { flag: 'wx' });
  await rm(probe);
}

/** Replaces a file at once: a reader sees the old or the new text, and a failure leaves the old one. */
export async function replaceFile(file: string, text: string): Promise<void> {
  const target = await targetOf(file);
  if (target.kind === 'device') return writeFile(target.path, text);
  const draft = neighbour(target.path);
  try {
    await writeFile(draft, text, { flag: 'wx', ...(target.mode !== undefined && { mode: target.mode }) });
    await rename(draft, target.path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

interface Target {
  readonly path: string;
  /** A device is a terminal, a pipe, /dev/null: written to, never replaced. */
  readonly kind: 'new' | 'file' | 'device';
  readonly mode?: number;
}

async function targetOf(file: string): Promise<Target> {
  try {
    // A symbolic link stays: the file that it names is replaced.
    const real = await realpath(file);
    const stats = await stat(real);
    if (stats.isDirectory()) throw Object.assign(new Error(`${file} is a folder.`), { code: 'EISDIR' });
    return { path: real, kind: stats.isFile() ? 'file' : 'device', mode: stats.mode };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return { path: path.resolve(file), kind: 'new' };
    }
    throw error;
  }
}

/** In the same folder, since a file is renamed at once only on the same disk. */
function neighbour(file: string): string {
  return path.join(path.dirname(file), `.${randomUUID()}.tmp`);
}

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface Node {
  readonly path: string;
  readonly version: string;
}

/**
 * The Node of the machine, where it is one that the command has to run on and plain Prism cannot: 20.19 or newer, before
 * 24.18. The scripts of this repository themselves run on the Node that is installed with it.
 */
export function olderNode(searched = process.env['PATH'] ?? ''): Node | undefined {
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const folders = searched.split(delimiter).filter((folder) => !folder.includes('node_modules'));
  const path = folders.map((folder) => join(folder, file)).find((candidate) => existsSync(candidate));
  if (path === undefined) return undefined;
  const version = execFileSync(path, ['--version'], { encoding: 'utf8' }).trim().slice(1);
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const number = major * 1000 + minor;
  return number >= 20_019 && number < 24_018 ? { path, version } : undefined;
}

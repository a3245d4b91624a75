import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { JsonObject } from 'openapi-format';
import type { Dialect } from '../dialects.ts';
import { ContractError } from './contract-error.ts';
import { flatten } from './flatten.ts';
import { distFolder, sourceFolder } from './folders.ts';
import { applyOverlay, readOverlay } from './overlay.ts';
import { redocly } from './redocly.ts';
import { firstSyntaxError } from './yaml-syntax.ts';

export interface BuildOptions {
  /** The folder with the contract's YAML files. @default this package's own */
  source?: string;
  /** The folder that the bundles are written to; it is made if it does not exist. @default this package's dist */
  target?: string;
  /** The last dialect that is wanted: `guide` leaves the portal's bundle out, which halves the work. @default 'portal' */
  upTo?: Dialect;
}

/**
 * Bundles the guide's contract, and the portal's, which the overlay makes of it, into `guide.json` and `portal.json`, both
 * without `allOf`.
 * Throws a ContractError that names file, line and column; a contract that is broken leaves the bundles as they were.
 */
export async function buildBundles(options: BuildOptions = {}): Promise<void> {
  const { source = sourceFolder, target = distFolder, upTo = 'portal' } = options;
  await mkdir(target, { recursive: true });
  const work = await mkdtemp(join(target, '.build-'));
  const at = (name: string): string => join(work, name);
  try {
    await writeFile(at('redocly.yaml'), JSON.stringify(bundling));
    const guide = await bundle(source, 'docspace-oauth.yaml', work);
    await write(at('guide.json'), await flatten(guide));
    if (upTo === 'portal') {
      const overlay = await readOverlay(source, 'portal.overlay.yaml', `${pathTo(source, work)}/`);
      await write(at('overlaid.json'), await applyOverlay(guide, overlay));
      const portal = await bundle(source, at('overlaid.json'), work);
      await write(at('portal.json'), await flatten(portal));
      await rename(at('portal.json'), join(target, 'portal.json'));
    }
    await rename(at('guide.json'), join(target, 'guide.json'));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * How redocly bundles: with our preprocessor, and without the rules. Before this package is built its plugin is TypeScript;
 * afterwards it lies beside this file, and runs on every Node that the package supports.
 */
const bundling = {
  telemetry: 'off',
  plugins: [
    fileURLToPath(
      new URL(import.meta.url.endsWith('.ts') ? '../../lint/plugin.ts' : 'lint-plugin.js', import.meta.url),
    ),
  ],
  preprocessors: { 'docspace/inline-example-refs': 'error' },
};

/** The relative way from one folder to another, as a `$ref` has it. */
function pathTo(folder: string, from: string): string {
  return relative(from, folder).split(sep).join('/');
}

async function write(path: string, document: JsonObject): Promise<void> {
  await writeFile(path, `${JSON.stringify(document, null, 2)}\n`);
}

/** Bundles a document into one self-contained JSON file in a work folder, and reads it. */
async function bundle(cwd: string, source: string, work: string): Promise<JsonObject> {
  const target = join(work, 'bundled.json');
  const args = ['bundle', source, '--output', target, '--ext=json', '--remove-unused-components'];
  const run = await redocly(cwd, args, join(work, 'redocly.yaml'));
  if (run.status === 0) return JSON.parse(await readFile(target, 'utf8')) as JsonObject;
  // Redocly names the file that refers to a broken one; where a file is no YAML, its own place says more.
  throw new ContractError((await firstSyntaxError(cwd)) ?? firstProblem(run.stdout + run.stderr));
}

/** Redocly shows each problem with its surroundings; the first place and its sentence are what has to be mended. */
function firstProblem(report: string): string {
  const [, place, sentence] = /^\[1\] (.+?:\d+:\d+)[^\n]*\n\n([^\n]+)/m.exec(report) ?? [];
  if (place && sentence) return `${place}: ${sentence}`;
  // On an older Node redocly begins with a notice in a box.
  return report.replaceAll(/^ *[╔║╚].*$/gmu, '').trim();
}

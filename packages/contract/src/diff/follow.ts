import { posix } from 'node:path';
import { keysOf } from '@docspace-oauth/openapi';
import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { YamlFiles, YamlPlace } from './yaml-files.ts';

/** How far a way could be followed, and the place that it ends at. */
export interface Followed {
  readonly place: YamlPlace;
  readonly steps: number;
}

/**
 * Follows keys through the YAML files of a contract as far as they lead. A `$ref` is followed into its file, and a key that
 * a schema has by `allOf` is looked for in each of its pieces: so a way through a bundle, which has neither, leads to the
 * line that somebody wrote.
 */
export async function follow(files: YamlFiles, start: YamlPlace, keys: readonly string[]): Promise<Followed> {
  const [key, ...rest] = keys;
  if (key === undefined) return { place: start, steps: 0 };
  const target = await targetOf(files, start);
  let furthest: Followed = { place: target, steps: 0 };
  for (const next of await nextPlaces(files, target, key)) {
    const found = await follow(files, next, rest);
    if (found.steps + 1 > furthest.steps) furthest = { ...found, steps: found.steps + 1 };
  }
  return furthest;
}

/** The places that a key leads to: one, or several if pieces of an `allOf` have it. */
async function nextPlaces(files: YamlFiles, place: YamlPlace, key: string): Promise<YamlPlace[]> {
  const own = childOf(place, key);
  const pieces = childOf(place, 'allOf')?.node;
  if (!isSeq(pieces)) return own ? [own] : [];
  const nodes = pieces.items.flatMap((item) => childNode(place, item));
  const inPieces = await Promise.all(
    nodes.map(async (piece) => nextPlaces(files, await targetOf(files, piece), key)),
  );
  return [...(own ? [own] : []), ...inPieces.flat()];
}

function childNode({ file }: YamlPlace, node: unknown): YamlPlace[] {
  if (!isMap(node) && !isSeq(node) && !isScalar(node) && !isAlias(node)) return [];
  return [{ file, node, offset: node.range?.[0] ?? 0 }];
}

function childOf(place: YamlPlace, key: string): YamlPlace | undefined {
  const { file, node } = place;
  if (isSeq(node)) {
    // A name among the values of a list, such as a required property; else its number.
    const byValue = node.items.find((item) => isScalar(item) && String(item.value) === key);
    return childNode(place, byValue ?? (/^\d+$/u.test(key) ? node.items[Number(key)] : undefined))[0];
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
  const [value] = childNode(place, pair?.value);
  if (!pair || !value || !isScalar(pair.key)) return undefined;
  return { file, node: value.node, offset: pair.key.range?.[0] ?? value.offset };
}

/** The place itself, or what its `$ref` points at; a circle ends where it began. */
async function targetOf(
  files: YamlFiles,
  place: YamlPlace,
  seen: readonly unknown[] = [],
): Promise<YamlPlace> {
  const resolved = { ...place, node: files.resolve(place) };
  const reference = childOf(resolved, '$ref')?.node;
  if (!isScalar(reference) || typeof reference.value !== 'string' || seen.includes(reference))
    return resolved;
  const [path = '', pointer = ''] = reference.value.split('#');
  const file = path === '' ? place.file : posix.join(posix.dirname(place.file), path);
  let target = await files.root(file);
  for (const key of keysOf(pointer)) target = target && childOf(target, key);
  return target ? targetOf(files, target, [...seen, reference]) : resolved;
}

import type { Dialect } from '@docspace-oauth/openapi';
import type { ContractSide } from './contract-source.ts';
import { rootFile } from './contract-source.ts';
import type { Followed } from './follow.ts';
import { follow } from './follow.ts';
import { OverlayTrail } from './overlay-trail.ts';
import type { YamlPlace } from './yaml-files.ts';
import { YamlFiles } from './yaml-files.ts';

export const overlayFile = 'portal.overlay.yaml';

/** Where in the YAML files a place of a bundle was written. */
export interface SourcePosition {
  /** Relative to the contract's folder, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Whether this is the place itself; else it is the last one on the way there. */
  readonly exact: boolean;
  /** The action of the overlay that brought it into the portal's contract. */
  readonly action?: {
    readonly number: number;
    readonly target: string;
    readonly line: number;
    readonly column: number;
  };
}

/** Finds the lines of one side's YAML files that its bundles were made of. */
export class SourcePositions {
  readonly #files: YamlFiles;
  readonly #overlay: OverlayTrail;

  private constructor(files: YamlFiles, overlay: OverlayTrail) {
    this.#files = files;
    this.#overlay = overlay;
  }

  /** Undefined for a side of which there are only bundles. */
  static async of({ sources, documents: { guide } }: ContractSide): Promise<SourcePositions | undefined> {
    if (sources === undefined || guide === undefined) return undefined;
    return new SourcePositions(new YamlFiles(sources), await OverlayTrail.of(sources, overlayFile, guide));
  }

  async find(dialect: Dialect, path: readonly string[]): Promise<SourcePosition | undefined> {
    const trail = dialect === 'portal' ? this.#overlay.find(path) : undefined;
    if (!trail) return this.#inFile(rootFile, path);
    const action = await this.#place(overlayFile, ['actions', String(trail.action)]);
    if (!action) return undefined;
    const update = (await follow(this.#files, action, ['update'])).place;
    const { line, column } = this.#files.position(action);
    const found = await this.#inUpdate(update, trail.own, trail.rest);
    return {
      ...this.#position(found ?? { place: action, steps: 0 }, found ? found.steps : -1, trail.rest.length),
      action: { number: trail.action, target: trail.target, line, column },
    };
  }

  async #inFile(file: string, path: readonly string[]): Promise<SourcePosition | undefined> {
    const root = await this.#files.root(file);
    if (!root) return undefined;
    const found = await follow(this.#files, root, path);
    return this.#position(found, found.steps, path.length);
  }

  async #place(file: string, keys: readonly string[]): Promise<YamlPlace | undefined> {
    const root = await this.#files.root(file);
    const found = root && (await follow(this.#files, root, keys));
    return found?.steps === keys.length ? found.place : undefined;
  }

  /**
   * An action's update begins somewhere on the way to the place, where its target is. The longest end of the way that it
   * has is where it goes on.
   */
  async #inUpdate(
    update: YamlPlace,
    own: readonly string[],
    rest: readonly string[],
  ): Promise<Followed | undefined> {
    for (let from = 0; from < own.length; from++) {
      const inside = own.slice(from);
      const found = await follow(this.#files, update, [...inside, ...rest]);
      if (found.steps >= inside.length) return { place: found.place, steps: found.steps - inside.length };
    }
    return undefined;
  }

  #position({ place }: Followed, steps: number, wanted: number): SourcePosition {
    return { file: place.file, ...this.#files.position(place), exact: steps === wanted };
  }
}

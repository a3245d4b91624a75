import { keysOf, toPointer, valueAt } from '@docspace-oauth/openapi';
import type { OpenApiDocument } from '@docspace-oauth/openapi';
import type { OverlayReplay } from '@docspace-oauth/openapi/node';
import { replayOverlay } from '@docspace-oauth/openapi/node';

/** Which action of the overlay made a place of the portal's contract what it is. */
export interface ActionTrail {
  /** Its number in the list of actions. */
  readonly action: number;
  readonly target: string;
  /** The way to the place inside the document that the overlay is applied to. */
  readonly own: readonly string[];
  /** What is left of the way: it goes on in what the action refers to. */
  readonly rest: readonly string[];
}

/** Tells for the portal's bundle which action of the overlay a place comes from. */
export class OverlayTrail {
  readonly #replay: OverlayReplay;

  private constructor(replay: OverlayReplay) {
    this.#replay = replay;
  }

  /** Applies the overlay in a folder to the guide's bundle, action by action. */
  static async of(folder: string, file: string, guide: OpenApiDocument): Promise<OverlayTrail> {
    return new OverlayTrail(await replayOverlay(folder, file, guide));
  }

  /** The last action that changed a place, or that removed it; undefined if it is as the guide has it. */
  find(path: readonly string[]): ActionTrail | undefined {
    const { own, rest } = this.#walk(path);
    const [next] = rest;
    const removed = next === undefined ? undefined : this.#lastChange([...own, next]);
    const action = this.#isReference(own) ? this.#lastChange(own) : (removed ?? this.#lastChange(own));
    if (action === undefined) return undefined;
    return { action, target: this.#replay.targets[action] ?? '', own, rest };
  }

  /** Goes through the finished document, through references inside it, until a reference leads to a file. */
  #walk(path: readonly string[]): { own: string[]; rest: string[] } {
    const document = this.#replay.steps.at(-1);
    let own: string[] = [];
    for (const [index, key] of path.entries()) {
      own = local(document, own);
      const child = [...own, key];
      if (valueAt(document, toPointer(...child)) === undefined) return { own, rest: path.slice(index) };
      own = child;
    }
    return { own, rest: [] };
  }

  /** Whether the way goes on in a file. */
  #isReference(own: readonly string[]): boolean {
    return valueAt(this.#replay.steps.at(-1), toPointer(...own, '$ref')) !== undefined;
  }

  #lastChange(own: readonly string[]): number | undefined {
    const pointer = toPointer(...own);
    const texts = this.#replay.steps.map((step) => JSON.stringify(valueAt(step, pointer)));
    const last = texts.findLastIndex((text, index) => index > 0 && text !== texts[index - 1]);
    return last > 0 ? last - 1 : undefined;
  }
}

/** Where a reference inside the document leads; other places stay as they are. */
function local(document: unknown, keys: string[]): string[] {
  const seen = new Set<string>();
  for (let at = keys; ;) {
    const reference = valueAt(document, toPointer(...at, '$ref'));
    if (typeof reference !== 'string' || !reference.startsWith('#') || seen.has(reference)) return at;
    seen.add(reference);
    at = keysOf(decodeURIComponent(reference.slice(1)));
  }
}

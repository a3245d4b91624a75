import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openapiOverlay } from 'openapi-format';
import type { JsonObject, OpenAPIOverlayOptions } from 'openapi-format';
import { LineCounter, parseDocument } from 'yaml';
import { BuildError } from './build-error.ts';

export type Overlay = OpenAPIOverlayOptions['overlaySet'];

/**
 * Reads the overlay in a contract's folder. A `$ref` to a file starts at that folder; `base` is the way there from the
 * folder that the result is written to.
 */
export async function readOverlay(folder: string, name: string, base: string): Promise<Overlay> {
  const lineCounter = new LineCounter();
  const parsed = parseDocument(await readFile(join(folder, name), 'utf8'), {
    lineCounter,
    prettyErrors: false,
  });
  const [error] = parsed.errors;
  if (error) {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    throw new BuildError(`${name}:${line}:${col}: ${error.message}`);
  }
  const rebase = (key: unknown, value: unknown): unknown =>
    key === '$ref' && typeof value === 'string' && !value.startsWith('#') ? base + value : value;
  const overlay = parsed.toJS({ reviver: rebase }) as Partial<Overlay> | null;
  if (!Array.isArray(overlay?.actions)) throw new BuildError(`${name}: an overlay has a list named actions.`);
  return overlay as Overlay;
}

/** Applies an overlay to a document. An action that matches nothing is a mistake in the overlay, so it fails. */
export async function applyOverlay(document: JsonObject, overlay: Overlay): Promise<JsonObject> {
  const overlaid = await openapiOverlay(document, { overlaySet: overlay });
  const unused = overlaid.resultData['unusedActions'] as Overlay['actions'];
  if (unused.length > 0) {
    const targets = unused.map(({ target }) => target).join(' and ');
    throw new BuildError(`The overlay has an action that matches nothing: ${targets}.`);
  }
  return overlaid.data as JsonObject;
}

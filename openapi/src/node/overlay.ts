import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JsonObject, OpenAPIOverlayOptions } from 'openapi-format';
import { parse } from 'yaml';
import { buildTool } from './build-tool.ts';
import { ContractError } from './contract-error.ts';
import { syntaxError } from './yaml-syntax.ts';

export type Overlay = OpenAPIOverlayOptions['overlaySet'];

/**
 * Reads the overlay in a contract's folder. A `$ref` to a file starts at that folder; `base` is the way there from the
 * folder that the result is written to.
 */
export async function readOverlay(folder: string, name: string, base: string): Promise<Overlay> {
  const text = await readFile(join(folder, name), 'utf8');
  const mistake = syntaxError(text);
  if (mistake) throw new ContractError(`${name}:${mistake}`);
  const rebase = (key: unknown, value: unknown): unknown =>
    key === '$ref' && typeof value === 'string' && !value.startsWith('#') ? base + value : value;
  const overlay = parse(text, rebase) as Partial<Overlay> | null;
  if (!Array.isArray(overlay?.actions)) {
    throw new ContractError(`${name}: an overlay has a list named actions.`);
  }
  return overlay as Overlay;
}

/** Applies an overlay to a document. An action that matches nothing is a mistake in the overlay, so it fails. */
export async function applyOverlay(document: JsonObject, overlay: Overlay): Promise<JsonObject> {
  const { openapiOverlay } = await buildTool(() => import('openapi-format'));
  const overlaid = await openapiOverlay(document, { overlaySet: overlay });
  const unused = overlaid.resultData['unusedActions'] as Overlay['actions'];
  if (unused.length > 0) {
    const targets = unused.map(({ target }) => target).join(' and ');
    throw new ContractError(`The overlay has an action that matches nothing: ${targets}.`);
  }
  return overlaid.data as JsonObject;
}

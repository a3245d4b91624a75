import type { JsonObject } from 'openapi-format';
import { buildTool } from './build-tool.ts';
import { readOverlay } from './overlay.ts';

/** What an overlay makes of a document, action by action. */
export interface OverlayReplay {
  /** The targets of the actions, in their order. */
  readonly targets: readonly string[];
  /** The document before the first action, and after each. */
  readonly steps: readonly object[];
}

/**
 * Applies the overlay in a contract's folder one action at a time, so that a difference in the result can be told to be the
 * work of one of them. An action that matches nothing changes nothing here.
 */
export async function replayOverlay(folder: string, name: string, document: object): Promise<OverlayReplay> {
  const { openapiOverlay } = await buildTool(() => import('openapi-format'));
  const overlay = await readOverlay(folder, name, '');
  const steps: JsonObject[] = [document as JsonObject];
  for (const action of overlay.actions) {
    // It changes the document that it is given.
    const before = structuredClone(steps.at(-1) ?? {});
    const overlaid = await openapiOverlay(before, { overlaySet: { ...overlay, actions: [action] } });
    steps.push(overlaid.data as JsonObject);
  }
  return { targets: overlay.actions.map(({ target }) => target), steps };
}

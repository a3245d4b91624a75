import { expect, test } from 'vitest';
import { replayOverlay } from '../src/node/overlay-replay.ts';
import { sourceFolder } from '../src/node/folders.ts';
import { readDocument } from '../src/node/read-document.ts';

test('each action of the overlay makes one step, which differs from the one before', async () => {
  const guide = await readDocument('guide');
  const before = JSON.stringify(guide);
  const { targets, steps } = await replayOverlay(sourceFolder, 'portal.overlay.yaml', guide);
  expect(JSON.stringify(guide)).toBe(before);
  expect(steps).toHaveLength(targets.length + 1);
  const texts = steps.map((step) => JSON.stringify(step));
  expect(texts.filter((text, index) => text === texts[index - 1])).toEqual([]);
  const moved = targets.indexOf("$.paths['/api/2.0/clients/public/{id}/info']");
  const withGuidesPath = texts.map((text) => text.includes('"/api/2.0/clients/public/{id}/info":{'));
  expect(withGuidesPath.lastIndexOf(true)).toBe(moved);
});

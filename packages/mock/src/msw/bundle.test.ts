import { fileURLToPath } from 'node:url';

import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';

/** What a bundle for a browser would have to find elsewhere. */
async function outsideOf(entry: string): Promise<string[]> {
  const bundle = await rolldown({
    input: fileURLToPath(new URL(entry, import.meta.url)),
    platform: 'browser',
    external: /^(?:node:|msw$)/u,
  });
  const { output } = await bundle.generate({ format: 'esm' });
  return output[0].imports;
}

test('the handlers run in a browser: they need MSW and nothing of Node', async () => {
  expect(await outsideOf('handlers.ts')).toEqual(['msw']);
  // The check can fail: the HTTP server does need Node.
  expect(await outsideOf('../server/http-server.ts')).toContain('node:http');
});

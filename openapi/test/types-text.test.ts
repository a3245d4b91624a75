import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { dialects } from '../src/dialects.ts';
import { typesText } from '../src/node/types-text.ts';

test.each(dialects)(
  'the types of the %s say that they are generated, and have no line ends of Windows',
  async (dialect) => {
    const text = await typesText(dialect);
    expect(text).toMatch(/^\/\/ Generated .*"pnpm generate"\.\n/);
    expect(text).toContain('getClientsInfo');
    expect(text).not.toContain('\r');
  },
);

test('without a bundle it says what writes one', async () => {
  await expect(typesText('guide', tmpdir())).rejects.toThrow('"pnpm build" writes it');
});

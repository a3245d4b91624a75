import { expect, test } from 'vitest';

import { CLIENTS, started } from './started.ts';

test('many lists of 10,000 clients, each with its own key, take no more memory than a few', async () => {
  await using mock = await started({ scenario: 'huge' });
  const list = async (key: string): Promise<number> => {
    const response = await fetch(mock.url + CLIENTS, { headers: { authorization: `Bearer ${key}` } });
    return (await response.arrayBuffer()).byteLength;
  };
  const size = await list('limited-9-first');
  const before = process.memoryUsage.rss();
  for (let call = 0; call < 80; call += 1) expect(await list(`limited-9-t${call}`)).toBe(size);
  // Kept for each key, they would be all of this.
  expect(process.memoryUsage.rss() - before).toBeLessThan((80 * size) / 2);
});

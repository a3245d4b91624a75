import { expect, test } from 'vitest';
import { buildTool } from '../src/node/build-tool.ts';

test('a package that is not installed is a sentence that says what to install', async () => {
  const name = 'not-installed-anywhere';
  const failure = buildTool(() => import.meta.resolve(name));
  await expect(failure).rejects.toMatchObject({
    name: 'ContractError',
    message: expect.stringMatching(/^Building a contract needs .*: install them beside/u) as string,
  });
});

test('any other failure stays what it is', async () => {
  const failure = new TypeError('broken');
  await expect(buildTool(() => Promise.reject(failure))).rejects.toBe(failure);
  expect(await buildTool(() => 7)).toBe(7);
});

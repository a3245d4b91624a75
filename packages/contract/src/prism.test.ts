import { dialects } from '@docspace-oauth/openapi';
import { readDocument } from '@docspace-oauth/openapi/node';
import { expect, onTestFinished, test } from 'vitest';
import { startPrism } from './prism.ts';

async function statusOf(url: string): Promise<number> {
  const headers = { authorization: 'Bearer any', 'x-signature': 'any' };
  return (await fetch(`${url}/api/2.0/clients`, { headers })).status;
}

test('several servers run side by side, each on a free port of its own, until they are closed', async () => {
  const [one, other] = await Promise.all(
    dialects.map(async (dialect) => startPrism(await readDocument(dialect))),
  );
  if (!one || !other) throw new TypeError('There are two dialects.');
  expect(one.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
  expect(await Promise.all([statusOf(one.url), statusOf(other.url)])).toEqual([200, 200]);
  await one.close();
  await expect(statusOf(one.url)).rejects.toThrow('fetch failed');
  expect(await statusOf(other.url)).toBe(200);
  await other.close();
  await expect(statusOf(other.url)).rejects.toThrow('fetch failed');
});

test('the log says which requests came and what was decided', async () => {
  const prism = await startPrism(await readDocument('guide'));
  onTestFinished(() => prism.close());
  await statusOf(prism.url);
  expect(prism.log()).toContain('"path":"/api/2.0/clients"');
  expect(prism.log()).toContain('Responding with the requested status code 200');
});

test('the document stays as it was', async () => {
  const document = await readDocument('guide');
  const before = structuredClone(document);
  const prism = await startPrism(document);
  onTestFinished(() => prism.close());
  expect(document).toEqual(before);
});

test('a document without operations is refused', async () => {
  const empty = { openapi: '3.1.0', info: { title: 'empty', version: '1' }, paths: {} };
  await expect(startPrism(empty)).rejects.toThrow('the document has no operations');
});

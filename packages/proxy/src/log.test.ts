import { rawRequest } from '@docspace-oauth/testing/raw-request';
import { expect, onTestFinished, test, vi } from 'vitest';

import { example, json, startPortal, startTestProxy } from '../test/fake-portal.ts';
import type { Log } from './log.ts';

const failing: [string, Log][] = [
  [
    'throws',
    () => {
      throw new Error('my log is broken');
    },
  ],
  ['rejects', async () => Promise.reject(new Error('my log is broken'))],
  [
    'throws what is no error',
    () => {
      // oxlint-disable-next-line typescript/only-throw-error -- a caller's function may throw anything
      throw Object.create(null);
    },
  ],
];

test.each(failing)('a log that %s breaks no request, and is reported once', async (_, log) => {
  const unhandled = vi.fn<(reason: unknown) => void>();
  process.on('unhandledRejection', unhandled);
  // Replaced, because a warning is printed.
  const warned = vi.spyOn(process, 'emitWarning').mockReturnValue();
  onTestFinished(() => {
    process.off('unhandledRejection', unhandled);
    warned.mockRestore();
  });
  const page = example('page-middle');
  const portal = await startPortal(json(200, { ...page, limit: 0 }));
  const proxy = await startTestProxy(portal.url, { log });

  for (let count = 0; count < 3; count += 1) {
    expect((await rawRequest(proxy.url, '/api/2.0/clients')).status).toBe(200);
  }
  expect(proxy.violations).toHaveLength(3);
  expect(warned.mock.calls).toEqual([
    [
      'The `log` function that was given to startProxy failed.',
      { type: 'DocSpaceProxyWarning', detail: expect.any(String) as string },
    ],
  ]);
  expect(unhandled).not.toHaveBeenCalled();
});

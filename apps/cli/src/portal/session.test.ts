import type { ResponseEvent } from '@docspace-oauth/api';
import { expect, test } from 'vitest';

import { openSession } from './session.ts';

const page = { operationId: 'getClients', status: 200 } as ResponseEvent;

/** What a long run says on stderr. */
function said(isTTY: boolean, options: { quiet?: boolean } = {}): string {
  let err = '';
  const { hooks, counted } = openSession(options, true, {
    stdout: { write: () => true },
    stderr: { isTTY, columns: 80, write: (text) => (err += text) },
    environment: {},
    stdin: (async function* () {})(),
    folder: '',
    home: '',
    platform: 'linux',
    now: new Date(),
  });
  for (let count = 1; count <= 20; count += 1) {
    hooks.onResponse?.(page);
    counted();
  }
  hooks.onWait?.({ operationId: 'getClients', delayMs: 300, reason: 'spaced' });
  hooks.onWait?.({ operationId: 'getClients', delayMs: 4200, reason: 'refused' });
  hooks.onWarning?.({
    code: 'list_may_be_incomplete',
    message: 'Too\u001B[2J many.',
    operationId: 'getClients',
  });
  return err;
}

test('a log gets a line every twenty pages, one for a long wait, and warnings', () => {
  expect(said(false)).toBe(
    '20 pages read, clients so far: 19\nWaits 4 s for the rate limit of the portal\nWarning: Too many.\n',
  );
});

test('a terminal has one line of progress, which gives way to a warning', () => {
  const erase = '\r\u001B[K';
  const first = `${erase}1 page read, clients so far: 0${erase}2 pages read, clients so far: 1`;
  expect(said(true).startsWith(first)).toBe(true);
  expect(
    said(true).endsWith(`${erase}Waits 4 s for the rate limit of the portal${erase}Warning: Too many.\n`),
  ).toBe(true);
});

test('--quiet leaves warnings', () => {
  expect(said(true, { quiet: true })).toBe('Warning: Too many.\n');
});

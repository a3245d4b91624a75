import { expect, test } from 'vitest';
import { contextOf, type AuditOptions } from './options.ts';

const now = new Date('2026-11-29T12:00:00Z');

test.each([
  ['portal.example.com', 'portal.example.com'],
  ['PORTAL.Example.com.', 'portal.example.com'],
  ['portal.example.com:8443', 'portal.example.com'],
  ['bücher.example', 'xn--bcher-kva.example'],
  ['[::1]:80', '::1'],
  [undefined, undefined],
])('the portal’s host %j is %j to the rules', (portalHost, host) => {
  expect(contextOf({ now, portalHost })).toEqual({ now: now.getTime(), portalHost: host });
});

test.each(['', 'https://portal.example.com', 'portal.example.com/x', 'a b', 'a@b', 'portal:port', 7, null])(
  'the portal’s host %j is refused with what to write instead',
  (portalHost) => {
    const options = { now, portalHost } as AuditOptions;
    expect(() => contextOf(options)).toThrow(
      new TypeError('The option portalHost must be a host such as "portal.example.com", without https://.'),
    );
  },
);

test.each([undefined, null, '2026-11-29', 1_800_000_000_000, new Date('soon')])(
  'the day %j is refused',
  (day) => {
    expect(() => contextOf({ now: day } as AuditOptions)).toThrow('The option now must be a valid Date');
  },
);

test('no options and unknown options are refused', () => {
  expect(() => contextOf(undefined as unknown as AuditOptions)).toThrow(
    'Give the options { now: new Date() }.',
  );
  expect(() => contextOf({ now, portal: 'x' } as AuditOptions)).toThrow(
    'Unknown option "portal": the audit takes now and portalHost.',
  );
});

import { expect, test } from 'vitest';
import { hostOf, isAddress, isLoopback, isPrivate } from './host.ts';

/** The one of four kinds that a host of a URL has. */
function kindOf(host: string): string {
  const name = hostOf(new URL(`https://${host}/`));
  if (isLoopback(name)) return 'this machine';
  if (isPrivate(name)) return 'private';
  return isAddress(name) ? 'public address' : 'public name';
}

test.each([
  [
    'this machine',
    [
      'localhost',
      'LOCALHOST.',
      'a.localhost',
      '127.0.0.1',
      '127.255.255.255',
      '[::1]',
      '2130706433',
      '0x7f000001',
      '127.1',
      '[::ffff:127.0.0.1]',
    ],
  ],
  [
    'private',
    [
      '10.0.0.0',
      '10.255.255.255',
      '172.16.0.0',
      '172.31.255.255',
      '192.168.0.1',
      '169.254.0.1',
      '100.64.0.1',
      '0.0.0.0',
      '[::]',
    ],
  ],
  [
    'private',
    [
      '[fc00::1]',
      '[fec0::1]',
      '[fdff::1]',
      '[fe80::1]',
      '[febf::1]',
      '[::ffff:192.168.0.1]',
      'intranet',
      'nas.local',
      'NAS.LOCAL.',
      'a.b.internal',
      'x.home.arpa',
    ],
  ],
  [
    'public address',
    [
      '9.255.255.255',
      '11.0.0.0',
      '172.15.255.255',
      '172.32.0.0',
      '192.167.0.1',
      '203.0.113.1',
      '8.8.8.8',
      '[2001:db8::1]',
      '[2600::1]',
    ],
  ],
  [
    'public name',
    [
      'example.com',
      'example.com.',
      'local.example',
      'internal.example.com',
      'mylocalhost.example',
      '127.0.0.1.example',
      'xn--bcher-kva.example',
      'home.arpa.example',
    ],
  ],
])('%s: %j', (kind, hosts) => {
  expect(hosts.map(kindOf)).toEqual(hosts.map(() => kind));
});

import { expect, test } from 'vitest';
import { checkHost } from './host.ts';
import { exposureWarning, isLoopback } from './loopback.ts';
import { isForeignPage } from './origin.ts';
import { serverUrl } from './url.ts';

test.each(['localhost', 'LOCALHOST', 'app.localhost', '127.0.0.1', '127.1.2.3', '::1', '[::1]'])(
  '%s is this machine, and listening there needs no warning',
  (host) => {
    expect(isLoopback(host)).toBe(true);
    expect(exposureWarning(host, 'reads it')).toBeUndefined();
  },
);

test.each([
  '0.0.0.0',
  '::',
  '192.168.1.2',
  'localhost.example',
  '127.0.0.1.example',
  '127.0.0.256',
  '.localhost.example',
  'notlocalhost',
  '1127.0.0.1',
])('%s is not only this machine, and listening there is warned of', (host) => {
  expect(isLoopback(host)).toBe(false);
  expect(exposureWarning(host, 'reads it')).toBe(`Warning: everyone who can reach ${host} reads it.`);
});

test.each([
  ['127.0.0.1', 'http://127.0.0.1:80'],
  ['0.0.0.0', 'http://127.0.0.1:80'],
  ['::', 'http://[::1]:80'],
  ['::1', 'http://[::1]:80'],
  ['some-host', 'http://some-host:80'],
])('a server on %s is called at %s', (host, url) => {
  expect(serverUrl(host, 80)).toBe(url);
});

test.each([
  ['127.0.0.1:4010', '127.0.0.1', true],
  ['localhost:4010', '127.0.0.1', true],
  ['[::1]:4010', '::1', true],
  ['evil.example:4010', '127.0.0.1', false],
  ['127.0.0.1', '127.0.0.1', false],
  ['127.0.0.1:4011', '127.0.0.1', false],
  ['user@127.0.0.1:4010', '127.0.0.1', false],
  ['', '127.0.0.1', false],
  ['box.example:4010', 'box.example', true],
  ['10.1.2.3:4010', '0.0.0.0', true],
])('a request for Host %j at a server on %s: %s', (asked, host, expected) => {
  const socket = { localAddress: '::ffff:10.1.2.3', localPort: 4010 };
  expect(checkHost({ headers: { host: asked }, socket }, host)).toBe(expected);
});

test('a page is foreign unless its origin is allowed, also where a browser sends no Origin', () => {
  const allowed = ['http://localhost:5173'];
  expect(isForeignPage({ origin: 'http://localhost:5173' }, allowed)).toBe(false);
  expect(isForeignPage({ origin: 'https://evil.example' }, allowed)).toBe(true);
  expect(isForeignPage({ origin: 'null' }, allowed)).toBe(true);
  expect(isForeignPage({}, allowed)).toBe(false);
  expect(isForeignPage({ 'sec-fetch-site': 'none' }, allowed)).toBe(false);
  expect(isForeignPage({ 'sec-fetch-site': 'cross-site' }, allowed)).toBe(true);
});

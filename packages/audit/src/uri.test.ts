import { expect, test } from 'vitest';
import { parseUri } from './uri.ts';

test.each([
  ['https://A.Example:443/cb', 'https', 'a.example'],
  ['http://[::FFFF:10.0.0.1]/', 'http', '::ffff:a00:1'],
  ['https://bücher.example./', 'https', 'xn--bcher-kva.example'],
  ['http://0x7f.1/', 'http', '127.0.0.1'],
  ['https://ann:pw@a.example\\@b.example/', 'https', 'a.example'],
  ['claude://callback', 'claude', undefined],
  ['com.example.app:/cb', 'com.example.app', undefined],
  ['urn:ietf:wg:oauth:2.0:oob', 'urn', undefined],
])('%s: scheme and host are those that a browser sees', (text, scheme, host) => {
  expect(parseUri(text)).toMatchObject({ text, scheme, host });
});

test.each([
  'a.example',
  'a.example:443/cb',
  'localhost:3000',
  '[::1]:80',
  '//a.example',
  '',
  '*',
  'https://a b/',
  'https://.',
  'https://./',
])('%j: there is no host to talk about', (text) => {
  expect(parseUri(text).host).toBeUndefined();
  expect(parseUri(text).problem).toBeTypeOf('string');
});

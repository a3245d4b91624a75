import { expect, test } from 'vitest';

import { isFeed } from './feed.ts';
import { isMalformed, isSuspicious } from './request-target.ts';

const LIST = '/api/2.0/clients';

test.each(['/a%2Fb', '/a%2fb', '/a%5Cb', '/%00', '/%zz', '/%', '/%4', '/a|b', '/{own}', '/a\\b', '/ü'])(
  'the server itself refuses %s',
  (end) => {
    expect(isMalformed(LIST + end)).toBe(true);
  },
);

test.each([
  ';a=b',
  '/a;b',
  '/a%3Bb',
  '/%25',
  '/%2e%2e',
  '/a%2Eb',
  '//clients',
  '/..',
  '/../x',
  '/./x',
  '/%0a',
  '/%0D',
])('the firewall refuses %s', (end) => {
  expect(isMalformed(LIST + end)).toBe(false);
  expect(isSuspicious('GET', LIST + end)).toBe(true);
});

test.each(['', '/', '/a.b', '/...', '/.a', '/-1', '/%20', '/%09', '/%F0%9F%9A%80', '/%69nfo', '/x'])(
  'neither refuses %s',
  (end) => {
    expect(isMalformed(LIST + end) || isSuspicious('GET', LIST + end)).toBe(false);
  },
);

test.each(['TRACE', 'CONNECT', 'PROPFIND', 'get'])('the firewall refuses the method %s', (method) => {
  expect(isSuspicious(method, LIST)).toBe(true);
});

test.each([
  ['/api/2.0/clients/feed', true],
  ['/api/2.0/clients/feedbeef-0000-4000-8000-000000000000', true],
  ['/api/2.0/clients/FEEDBEEF-0000-4000-8000-000000000000/public/info', true],
  ['/api/2.0/clients/%66eed/info', true],
  ['/api/2.0/oauth2/clients/feed1', true],
  ['/api/2.0/clients/fee', false],
  ['/api/2.0/clients/afeed', false],
  ['/api/2.0/feed', false],
])('a path of a feed, %s: %s', (path, expected) => {
  expect(isFeed(path)).toBe(expected);
});

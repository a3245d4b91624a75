import { expect, test } from 'vitest';

import { acceptsJson } from './accept.ts';

test.each([
  undefined,
  '',
  ' ',
  '*/*',
  '*',
  'application/*',
  'application/json',
  'APPLICATION/JSON',
  'application/json;charset=utf-8',
  'application/json;q=0',
  'application/*+json',
  'text/html,*/*;q=0.8',
  'text/html, application/json',
])('JSON is served for %o', (header) => {
  expect(acceptsJson(header)).toBe(true);
});

test.each([
  'text/html',
  'application/xml',
  'application/problem+json',
  'garbage',
  'garbage, application/json',
  '*/json',
  'application/json;q=2',
  'application/json;q=x',
  'application/json/x',
  ', ,',
])('nothing is served for %o', (header) => {
  expect(acceptsJson(header)).toBe(false);
});

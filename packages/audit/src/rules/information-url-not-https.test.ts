import { expect, test } from 'vitest';
import { messages } from '../../test/check-rule.ts';
import { informationUrlNotHttps } from './information-url-not-https.ts';

test('http and schemes that are none of a page are findings', () => {
  const fields = { website_url: 'HTTP://www.tasks.example', terms_url: 'javascript:alert(1)' };
  expect(messages(informationUrlNotHttps, fields)).toEqual([
    'The website "HTTP://www.tasks.example" does not use https.',
    'The terms of service "javascript:alert(1)" does not use https.',
  ]);
});

test('a link without a scheme is none, also one with a port, nor is a missing one', () => {
  const fields = { website_url: 'tasks.example', terms_url: 'tasks.example:8443/terms', policy_url: null };
  expect(messages(informationUrlNotHttps, fields)).toEqual([]);
});

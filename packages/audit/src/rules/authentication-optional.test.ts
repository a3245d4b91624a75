import { expect, test } from 'vitest';
import { messages } from '../../test/check-rule.ts';
import { authenticationOptional } from './authentication-optional.ts';

test('none beside another method is a finding, in any order', () => {
  for (const authentication_methods of [
    ['none', 'client_secret_post'],
    ['client_secret_post', 'none'],
  ]) {
    expect(messages(authenticationOptional, { authentication_methods })).toEqual([
      'The client’s secret is optional: its methods are none and "client_secret_post".',
    ]);
  }
});

test.each([[['client_secret_post']], [['none']], [[]], [null]])('%j is none', (methods) => {
  expect(messages(authenticationOptional, { authentication_methods: methods })).toEqual([]);
});

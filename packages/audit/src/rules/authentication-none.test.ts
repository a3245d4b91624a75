import { expect, test } from 'vitest';
import { messages } from '../../test/check-rule.ts';
import { authenticationNone } from './authentication-none.ts';

test('none alone is a finding', () => {
  expect(messages(authenticationNone, { authentication_methods: ['none'] })).toEqual([
    'The client gets tokens without any authentication (its only method is none).',
  ]);
});

test.each([[['client_secret_post']], [['none', 'client_secret_post']], [[]], [null], [undefined]])(
  '%j is none',
  (methods) => {
    expect(messages(authenticationNone, { authentication_methods: methods })).toEqual([]);
  },
);
